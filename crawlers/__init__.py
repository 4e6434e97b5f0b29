"""Public web and files to the inbox, and from there to Postings: politely, safely, losing nothing."""
