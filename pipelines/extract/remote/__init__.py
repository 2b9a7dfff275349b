"""Inboxes elsewhere: feeds and lists of pages on the web, and prefixes of object stores, mirrored into a folder."""
