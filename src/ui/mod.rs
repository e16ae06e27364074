//! Looks: every screen reads state and answers with an `Option<Action>`; nothing here changes anything.
