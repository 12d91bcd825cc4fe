"""政府合同监管平台: supervision of every contract a district's departments sign."""
