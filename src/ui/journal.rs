//! Journal: sessions and their answers.
