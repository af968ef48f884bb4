"""What leaves the program: corrected texts and the record of the review."""

from reviewer.reports.corrected import write_corrected
from reviewer.reports.findings import findings_csv, findings_json, write_findings

__all__ = ["findings_csv", "findings_json", "write_corrected", "write_findings"]
