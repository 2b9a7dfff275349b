"""The audit's results at the tables that they guard: one asset check for each table and kind of check."""

from collections.abc import Iterator

import dagster as dg
from polars import DataFrame as Frame

from pipelines.assets.load import STAGED_TABLES
from pipelines.assets.tables import asset_key
from pipelines.load.audit import summarize
from pipelines.load.checks import FAMILIES, all_checks, family


def check_specs() -> list[dg.AssetCheckSpec]:
    """What is checked, known before any run."""
    checks = all_checks(dict.fromkeys(STAGED_TABLES, 0))
    kinds = dict.fromkeys((check.table_name, family(check.check_name)) for check in checks)
    return [dg.AssetCheckSpec(kind, asset=asset_key(table), description=FAMILIES[kind]) for table, kind in kinds]


@dg.multi_asset_check(specs=check_specs(), ins={"results": dg.AssetIn(asset_key("ops.checks"))}, can_subset=True)
def audit_checks(context: dg.AssetCheckExecutionContext, results: Frame) -> Iterator[dg.AssetCheckResult]:
    """Show the results of the last audit; where only some tables are made, those of these tables."""
    wanted = context.selected_asset_check_keys
    for row in summarize(results).iter_rows(named=True):
        if dg.AssetCheckKey(asset_key(row["table_name"]), row["family"]) not in wanted:
            continue
        yield dg.AssetCheckResult(
            asset_key=asset_key(row["table_name"]),
            check_name=row["family"],
            passed=row["passed"],
            severity=dg.AssetCheckSeverity.ERROR if row["is_error"] else dg.AssetCheckSeverity.WARN,
            metadata={"checks": row["check_names"], "failed_count": row["failed_count"], "failures": row["failures"]},
        )
