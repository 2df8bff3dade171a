"""Hòm Phiếu: hamlet elections, from the household roll to the signed package."""
