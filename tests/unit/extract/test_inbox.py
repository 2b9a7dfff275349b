import os
from pathlib import Path

import pytest

from pipelines.extract.inbox import compare_with_known, count_files, list_inboxes, listing_digest
from pipelines.extract.limits import Limits
from pipelines.extract.read import read_files


def write(inbox: Path, *names: str, content: str = "It rains.") -> None:
    for name in names:
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


def rejected(inboxes: list[Path]) -> list[tuple[str, str]]:
    return list_inboxes(inboxes).rejects.select("source_uri", "error_code").rows()


def test_files_of_any_depth_by_their_paths(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "courier/2025/03/a.txt", "courier/c.TXT", "courier/ü/d e.txt")

    files = list_inboxes([tmp_path]).files

    assert files["file_uri"].to_list() == ["b.txt", "courier/2025/03/a.txt", "courier/c.TXT", "courier/ü/d e.txt"]
    assert files["byte_size"].to_list() == [9] * 4


def test_hidden_files_and_notes_beside_articles_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", ".git/a.txt", "courier/origin.toml", "courier/mapping.toml")

    listing = list_inboxes([tmp_path])

    assert (listing.files.height, listing.rejects.height) == (0, 0)


def test_files_are_counted_no_further_than_asked(tmp_path: Path) -> None:
    write(tmp_path, "one/a.txt", "one/deep/b.txt", "one/.hidden/c.txt", "two/d.txt")
    inboxes = [tmp_path / "one", tmp_path / "two"]

    assert count_files(inboxes, at_most=8) == 3
    assert count_files(inboxes, at_most=2) == 2
    assert count_files([], at_most=8) == 0


def test_same_path_in_two_inboxes(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    write(first, "a.txt")
    write(second, "a.txt", "b.txt")

    files = list_inboxes([first, second]).files

    assert files.select("file_uri", "inbox").rows() == [("a.txt", str(first)), ("b.txt", str(second))]
    assert rejected([first, second]) == [("a.txt", "duplicate_source")]


def test_links(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    write(tmp_path, "outside.txt", "inbox/real.txt", "inbox/folder/a.txt")
    (inbox / "inside.txt").symlink_to(inbox / "real.txt")
    (inbox / "outside.txt").symlink_to(tmp_path / "outside.txt")
    (inbox / "nowhere.txt").symlink_to(inbox / "missing.txt")
    (inbox / "circle").symlink_to(inbox, target_is_directory=True)

    assert list_inboxes([inbox]).files["file_uri"].to_list() == ["folder/a.txt", "inside.txt", "real.txt"]
    assert rejected([inbox]) == [("nowhere.txt", "link_outside_inbox"), ("outside.txt", "link_outside_inbox")]


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "itself").symlink_to("itself")

    assert rejected([tmp_path]) == [(name, "link_outside_inbox") for name in ("a.txt", "b.txt", "itself")]


def test_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "open/a.txt", "closed/b.txt")
    scandir = os.scandir

    def guarded(folder: str) -> object:
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", guarded)

    assert list_inboxes([tmp_path]).files["file_uri"].to_list() == ["open/a.txt"]
    assert rejected([tmp_path]) == [("closed", "no_permission")]


def test_name_that_steers_a_terminal_stays_as_it_is(tmp_path: Path) -> None:
    name = "\x1b[2J\u202egpj.txt"
    write(tmp_path, name)

    assert list_inboxes([tmp_path]).files["file_uri"].to_list() == [name]


def test_name_like_that_of_a_part_of_another_file(tmp_path: Path) -> None:
    whole = ["a.zip", "b.jsonl", "c.txt"]
    write(tmp_path, *whole, "a.zip!b.txt", "b.jsonl#3", "c.txt#", "#1.txt", "d.zip!b.txt")

    assert list_inboxes([tmp_path]).files["file_uri"].to_list() == sorted([*whole, "c.txt#", "#1.txt", "d.zip!b.txt"])
    assert rejected([tmp_path]) == [("a.zip!b.txt", "duplicate_source"), ("b.jsonl#3", "duplicate_source")]


def test_name_that_is_no_unicode(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(name, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
            file.write(b"It rains.")
    except OSError:
        pytest.skip("this file system takes only Unicode names")

    assert rejected([tmp_path]) == [("caf\\xe9.txt", "unreadable_name")]


def test_inbox_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list_inboxes([tmp_path / "missing"])


def test_changes_since_the_run_before(tmp_path: Path) -> None:
    write(tmp_path, "kept.txt", "touched.txt", "gone.txt")
    before = read_files(list_inboxes([tmp_path]).files, Limits()).files
    version = before["reader_version"][0]
    write(tmp_path, "new.txt")
    os.utime(tmp_path / "touched.txt", ns=(0, 0))
    (tmp_path / "gone.txt").unlink()

    files = list_inboxes([tmp_path]).files
    changes = compare_with_known(files, before, version)

    assert changes.to_read["file_uri"].to_list() == ["new.txt", "touched.txt"]
    assert changes.unchanged["file_uri"].to_list() == ["kept.txt"]
    assert compare_with_known(files, before, "another version").unchanged.height == 0


def test_mapping_is_for_the_files_beside_it_and_below(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "courier/b.txt", "courier/2025/c.txt", "gazette/d.txt")
    write(tmp_path, "courier/mapping.toml", content='text = "body"')

    listing = list_inboxes([tmp_path])
    write(tmp_path, "courier/mapping.toml", content='text = "story"')
    changed = list_inboxes([tmp_path])

    mapped = listing.files.filter(listing.files["mapping_path"].is_not_null())
    assert mapped["file_uri"].to_list() == ["courier/2025/c.txt", "courier/b.txt"]
    assert listing_digest(listing) != listing_digest(changed)


def test_order_of_the_inboxes_does_not_change_the_rows(tmp_path: Path) -> None:
    write(tmp_path / "1", "a.txt")
    write(tmp_path / "2", "b.txt")

    one, other = (list_inboxes([tmp_path / first, tmp_path / second]) for first, second in ("12", "21"))

    assert one.files.equals(other.files)
