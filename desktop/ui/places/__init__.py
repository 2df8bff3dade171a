"""The register of hamlets."""
