"""The door for browsers and programs: HTTP in, problem+json and pages out."""
