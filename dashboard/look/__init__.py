"""How the pages look and speak: colours, type, words, small pictures. Knows no store and no page."""
