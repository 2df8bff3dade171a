"""The register of documents that papers are issued on."""
