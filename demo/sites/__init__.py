"""The invented sites: each renders its posts to pages in a markup of its own."""
