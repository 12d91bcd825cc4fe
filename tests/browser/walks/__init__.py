"""Lives of contracts walked in a browser, their documents opened."""
