"""Official documents (文书): what stands in each, when it is issued, who may read it."""
