"""Find headline, byline, dateline, date, captions, credits, headings and paragraphs, by rules on the text."""
