"""Who is named in an article, who is who, and their roles."""
