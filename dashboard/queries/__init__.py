"""What the pages read from a Store: plain functions, no Streamlit, nothing written."""
