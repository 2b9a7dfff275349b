-- Facts of articles.csv that the warehouse does not hold.

select article, column_name, value from expected_articles as expected
where value is distinct from (
    select value from (
        unpivot (select source_uri, columns(* exclude source_uri)::varchar from articles)
        on * exclude source_uri into name column_name value value
    ) as cells
    where cells.source_uri = expected.article and cells.column_name = expected.column_name
)
