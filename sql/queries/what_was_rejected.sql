-- What could not be loaded, and how is it mended?

select
    rejects.source_uri,
    rejects.error_code,
    rejects.error_message,
    rejects.first_seen_at

from ops.rejects

order by rejects.source_uri
