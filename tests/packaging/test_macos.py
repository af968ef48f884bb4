"""What macOS is told of the program; the image itself is made on a Mac."""

from __future__ import annotations

import ast
import plistlib

from project import ROOT

SPEC = ROOT / "packaging" / "freeze" / "reviewer.spec"


def bundle() -> dict[str, object]:
    """The arguments of BUNDLE in the description for PyInstaller that are plain values."""
    for node in ast.walk(ast.parse(SPEC.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "BUNDLE":
            plain = {}
            for keyword in node.keywords:
                try:
                    plain[str(keyword.arg)] = ast.literal_eval(keyword.value)
                except ValueError:
                    continue
            return plain
    raise AssertionError("no BUNDLE")


def test_a_review_and_a_set_are_documents_of_the_program() -> None:
    info = bundle()["info_plist"]
    assert isinstance(info, dict)
    documents, kinds = info["CFBundleDocumentTypes"], info["UTExportedTypeDeclarations"]
    assert [each["LSItemContentTypes"] for each in documents] == [
        [each["UTTypeIdentifier"]] for each in kinds
    ]
    suffixes = [each["UTTypeTagSpecification"]["public.filename-extension"] for each in kinds]
    assert suffixes == [["review"], ["reviewset"]]
    plistlib.dumps(info)


def test_the_rights_it_asks_for_are_few() -> None:
    file = ROOT / "packaging" / "macos" / "entitlements.plist"
    rights = plistlib.loads(file.read_bytes())
    assert set(rights) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    }


def test_the_command_line_of_the_bundle_finds_its_folder() -> None:
    assert bundle()["bundle_identifier"] == "app.reviewer.Reviewer"
