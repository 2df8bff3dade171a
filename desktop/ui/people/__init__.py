"""The register of households."""
