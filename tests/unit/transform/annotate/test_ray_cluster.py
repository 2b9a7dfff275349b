from pathlib import Path
from zipfile import ZipFile

from ray._private.runtime_env.packaging import create_package

from pipelines.settings import PROJECT_ROOT
from pipelines.transform.annotate.ray_cluster import KEPT_AT_HOME, SENT, folder_marker


def test_machines_are_sent_the_code_and_the_reference_tables(tmp_path: Path) -> None:
    package = tmp_path / "package.zip"
    create_package(str(PROJECT_ROOT), package, include_gitignore=True, excludes=KEPT_AT_HOME)
    sent = {name for name in ZipFile(package).namelist() if not name.endswith("/")}
    files = (file for folder in SENT for file in (PROJECT_ROOT / folder).rglob("*") if file.is_file())

    assert sent == {str(file.relative_to(PROJECT_ROOT)) for file in files if "__pycache__" not in file.parts}


def test_marker_is_in_the_folder_while_it_is_needed(tmp_path: Path) -> None:
    with folder_marker(str(tmp_path / "readings")) as marker:
        assert marker is not None
        assert Path(marker).parent == tmp_path / "readings"
        assert Path(marker).exists()
    assert not Path(marker).exists()


def test_object_storage_needs_no_marker() -> None:
    with folder_marker("s3://bucket/readings") as marker:
        assert marker is None
