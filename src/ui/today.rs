//! Today: the day, the pain now, the session, and Start.
