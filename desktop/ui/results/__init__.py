"""The steps after the count: minutes, recognition, scans."""
