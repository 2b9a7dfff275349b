"""Raw news articles in, a SQL-ready warehouse of who said what about whom, where and when."""
