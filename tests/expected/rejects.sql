-- Facts of rejects.csv that the warehouse does not hold.

select article, error_code from expected_rejects as expected
where not exists (
    from ops.rejects
    where rejects.source_uri = expected.article and rejects.error_code = expected.error_code
)
