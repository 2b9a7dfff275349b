"""Raw news articles in, a SQL-ready warehouse of who said what about whom, where and when."""

import os

# Memory that frames have freed is kept for the next ones for seconds, not for half a one: giving it back and asking for
# it again took a fifth of the CPU time of a small run on a large warehouse. polars reads this when it is loaded.
os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:10000,muzzy_decay_ms:10000")
