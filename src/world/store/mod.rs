//! The journal on the disk: `journal.db`, an SQLite file that any client can read.
//!
//! One thread holds the file. Writes are handed to it in order and return at once with a [`Ticket`]; it keeps them in
//! that order, each commit on the disk before it counts, and tries again for as long as it lives when the disk does not
//! take them. Reads wait for their answer, and see every write handed over before them that could be kept.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use rusqlite::Connection;

use super::clock::Clock;
use super::folder::Folder;
use crate::practice::journal::Event;
use crate::practice::measure::{Discomfort, Pain, Side};
use crate::practice::program::Revision;
use crate::practice::safety::Flag;

mod backup;
mod fault;
mod open;
mod read;
mod row;
mod rules;
mod schema;
mod write;
mod writer;

pub use fault::{Notice, Restored, StoreFault};
use open::Opened;
pub use row::{
    Answer, AnswerMoment, CourseDay, Decided, FlagPlace, KeptProgram, KeptRevision, OpenFlag, Reply, Said, Scale,
    SessionId, SessionRow, SessionStart, Taking, ToldEffects, Unfinished,
};
use write::{NewAnswer, Write};
use writer::{Board, Message, Writer};

/// How long closing waits for the disk.
const CLOSING: Duration = Duration::from_secs(5);

/// The journal. Dropping it keeps what is still on its way, as far as the disk takes it.
#[derive(Debug)]
pub struct Store {
    outbox: Mutex<Outbox>,
    board: Arc<Board>,
    thread: Option<JoinHandle<()>>,
    is_kept: bool,
}

/// The way to the writer, and the last ticket given out: held together, so that tickets are in the order of the writes.
#[derive(Debug)]
struct Outbox {
    sender: Sender<Message>,
    last: u64,
}

/// Stands for one write; ask [`Store::state`] what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(u64);

/// What came of a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// On its way. It stays so for as long as the disk does not take it: see [`Store::trouble`].
    Pending,
    /// On the disk; a loss of power does not undo it.
    Kept,
    /// It can never be kept.
    Failed(StoreFault),
}

impl Store {
    /// Opens the journal of a folder, and makes it where there is none.
    ///
    /// After a crash, or once damage was seen, every page of it is looked at, else those that a start needs. A damaged journal is moved aside and the newest good backup opened, or an empty one; a newer or read-only journal
    /// is opened to be read. Each is told by a [`Notice`].
    ///
    /// # Errors
    /// It cannot be opened at all; what is there was left as it is.
    pub fn open(folder: &Folder, clock: &Clock) -> Result<(Self, Vec<Notice>), StoreFault> {
        let opened = open::open(folder, &clock.civil())?;
        let notices = opened.notices.clone();
        Ok((Self::serve(opened, Some(folder.clone()))?, notices))
    }

    /// Opens the journal of a folder to be read, where there is one. Nothing is written, made or locked by it.
    ///
    /// # Errors
    /// It is there and cannot be read.
    pub fn peek(folder: &Path) -> Result<Option<Self>, StoreFault> {
        open::peek(folder)?.map(|opened| Self::serve(opened, None)).transpose()
    }

    /// Returns a journal that keeps nothing past its own life, for tests and for when the disk cannot be used.
    ///
    /// # Errors
    /// Memory or threads have run out.
    pub fn in_memory() -> Result<Self, StoreFault> {
        let mut connection = Connection::open_in_memory()?;
        schema::prepare(&connection)?;
        schema::migrate(&mut connection)?;
        Self::serve(Opened { connection, upkeep: None, shut: None, notices: Vec::new() }, None)
    }

    /// Puts a copy of a journal in the place of a folder's own, which is moved aside; returns where it lies now, if there
    /// was one. No store of the folder is open then.
    ///
    /// # Errors
    /// The copy is damaged, no journal, or newer; nothing was changed then.
    pub fn restore(folder: &Folder, copy: &Path, now: &Zoned) -> Result<Option<PathBuf>, StoreFault> {
        open::replace(folder, copy, now)
    }

    /// Writes a copy of the whole journal into one file, and checks it before it takes its name.
    ///
    /// # Errors
    /// It could not be made; a file of that name is as it was.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreFault> {
        let path = path.to_owned();
        self.read(move |from| backup::copy_to(from, &path))
    }

    /// Deletes the journal of a folder for good, with its backups and all that was moved aside.
    ///
    /// # Errors
    /// Something of it is still there.
    pub fn erase(mut self, folder: &Folder) -> Result<(), StoreFault> {
        if self.close() { open::erase(folder) } else { Err(StoreFault::NotYet) }
    }

    /// Starts the thread. It holds the folder's lock for as long as it may write.
    fn serve(opened: Opened, folder: Option<Folder>) -> Result<Self, StoreFault> {
        let is_kept = folder.is_some() && opened.shut.is_none();
        let board = Arc::new(Board::default());
        let (sender, messages) = mpsc::channel();
        let writer = Writer::new(opened.connection, opened.shut, opened.upkeep, Arc::clone(&board));
        let thread = thread::Builder::new().name("journal".to_owned()).spawn(move || {
            let all_is_well = writer.run(&messages);
            if let Some(folder) = folder.filter(|_| all_is_well && is_kept) {
                open::close(&folder);
            }
        })?;
        let outbox = Mutex::new(Outbox { sender, last: 0 });
        Ok(Self { outbox, board, thread: Some(thread), is_kept })
    }

    /// Returns true when what is written outlives the program.
    pub const fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Keeps a program's exact bytes; one that is there already stays as it is.
    pub fn keep_revision(&self, bytes: &[u8], title: &str, by: &str, at: &Zoned) -> Ticket {
        let revision = Revision::of(bytes);
        let (bytes, title, by) = (bytes.to_owned(), title.to_owned(), by.to_owned());
        self.write(Write::Revision { revision, bytes, title, by, at: at.clone() })
    }

    /// Puts a program in force. It is [kept](Self::keep_revision) already.
    pub fn take(&self, revision: Revision, at: &Zoned) -> Ticket {
        self.write(Write::Take { revision, at: at.clone() })
    }

    /// Begins a session.
    pub fn begin(&self, start: SessionStart) -> (SessionId, Ticket) {
        let id = SessionId::new();
        (id, self.write(Write::Begin { id, start }))
    }

    /// Keeps events of a session, at the calendar's time now. Its answers, how far it has come and its ending follow.
    pub fn log(&self, session: &SessionId, events: &[Event], now: &Zoned) -> Ticket {
        self.write(Write::Log { session: *session, events: events.to_owned(), now: now.clone() })
    }

    /// Keeps how far a session has come: its time, its position, and the calendar's time now.
    pub fn seen(&self, session: &SessionId, at: Duration, position: Duration, now: &Zoned) -> Ticket {
        self.write(Write::Seen { session: *session, at, position, now: now.clone() })
    }

    /// Keeps how the complaint is; none where it was asked and not answered. In a session, a later answer to the same
    /// question stands for the earlier one, and silence never does.
    pub fn pain(&self, session: Option<&SessionId>, moment: AnswerMoment, pain: Option<Pain>, at: &Zoned) -> Ticket {
        self.write(Write::Answer(NewAnswer {
            session: session.copied(),
            at: at.clone(),
            scale: Scale::Pain,
            moment,
            site: None,
            side: None,
            round: None,
            level: pain.map(Pain::score),
        }))
    }

    /// Keeps how strong a hold felt, where that is said or set right after the session; as in [`Self::pain`], the later
    /// answer stands.
    pub fn discomfort(
        &self,
        session: &SessionId,
        site: &str,
        side: Option<Side>,
        round: u8,
        level: Option<Discomfort>,
        at: &Zoned,
    ) -> Ticket {
        self.write(Write::Answer(NewAnswer {
            session: Some(*session),
            at: at.clone(),
            scale: Scale::Discomfort,
            moment: AnswerMoment::Hold,
            site: Some(site.to_owned()),
            side,
            round: Some(round),
            level: level.map(Discomfort::level),
        }))
    }

    /// Makes the last answer to "how is the pain" of these hours the one before this session.
    pub fn adopt_pain(&self, session: &SessionId, now: &Zoned) -> Ticket {
        self.write(Write::Adopt { session: *session, now: now.clone() })
    }

    /// Keeps the person's own words about a session; empty ones take them away.
    pub fn note(&self, session: &SessionId, text: &str) -> Ticket {
        self.write(Write::Note { session: *session, text: text.to_owned() })
    }

    /// Keeps a sign that stops a session, with the place it belongs to, if to one.
    pub fn flag(&self, session: Option<&SessionId>, flag: &Flag, place: Option<FlagPlace>, at: &Zoned) -> Ticket {
        self.write(Write::Flag { session: session.copied(), flag: flag.clone(), place, at: at.clone() })
    }

    /// Clears a flag: by whom, on which day that was said, and when it was recorded.
    pub fn clear_flag(&self, id: i64, by: &str, said_on: Option<Date>, at: &Zoned) -> Ticket {
        self.write(Write::ClearFlag { id, by: by.to_owned(), said_on, at: at.clone() })
    }

    /// Returns what came of a write, without waiting.
    pub fn state(&self, ticket: Ticket) -> Saved {
        let told = self.board.told();
        match told.refused.get(&ticket.0) {
            Some(fault) => Saved::Failed(fault.clone()),
            None if ticket.0 <= told.settled => Saved::Kept,
            None if told.closed => Saved::Failed(StoreFault::Closed),
            None => Saved::Pending,
        }
    }

    /// Returns what is in the way of writing now, if anything is.
    pub fn trouble(&self) -> Option<StoreFault> {
        self.board.told().trouble.clone()
    }

    /// Makes the backup of the day now, if there is none yet, and waits for it. Without this it is made by itself, once
    /// nothing was asked of the journal for some seconds.
    pub fn tidy(&self) {
        let (done, wait) = mpsc::sync_channel(1);
        self.send(Message::Tidy(done));
        // An error means that the writer is gone, and nothing is tidied any more.
        let _ = wait.recv();
    }

    /// Returns what came up since the opening, or since it was last asked for.
    pub fn notices(&self) -> Vec<Notice> {
        std::mem::take(&mut self.board.told().notices)
    }

    /// Calls back whenever a write was settled or trouble came or went. The call comes on the journal's own thread: it
    /// may wake another, and asks the journal nothing itself.
    pub fn on_change(&self, call: Box<dyn Fn() + Send>) {
        self.send(Message::OnChange(call));
    }

    /// Waits until everything handed over so far is settled, or for so long.
    ///
    /// # Errors
    /// What is in the way, or [`StoreFault::NotYet`].
    pub fn flush(&self, timeout: Duration) -> Result<(), StoreFault> {
        let last = self.outbox.lock().unwrap_or_else(PoisonError::into_inner).last;
        let waits = |told: &mut writer::Told| told.settled < last && !told.closed;
        let wait = self.board.changed.wait_timeout_while(self.board.told(), timeout, waits);
        let told = wait.unwrap_or_else(PoisonError::into_inner).0;
        if told.settled >= last {
            Ok(())
        } else if told.closed {
            Err(StoreFault::Closed)
        } else {
            Err(told.trouble.clone().unwrap_or(StoreFault::NotYet))
        }
    }

    /// Returns the program in force.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn in_force(&self) -> Result<Option<KeptProgram>, StoreFault> {
        self.read(read::in_force)
    }

    /// Returns the programs that were ever in force, the last one first.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn taken(&self) -> Result<Vec<KeptRevision>, StoreFault> {
        self.read(read::taken)
    }

    /// Returns each time a program came into force, the first time first.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn takings(&self) -> Result<Vec<Taking>, StoreFault> {
        self.read(read::takings)
    }

    /// Returns a program that was kept.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn revision(&self, revision: Revision) -> Result<Option<KeptRevision>, StoreFault> {
        self.read(move |from| read::revision(from, revision))
    }

    /// Returns the newest session without an ending, with all it takes to take it up.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn unfinished(&self) -> Result<Option<Unfinished>, StoreFault> {
        self.read(read::unfinished)
    }

    /// Returns the newest sessions first: at most `limit` of those that began before an instant.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn sessions(&self, limit: usize, before: Option<Timestamp>) -> Result<Vec<SessionRow>, StoreFault> {
        self.read(move |from| read::sessions(from, limit, before))
    }

    /// Returns the events of a session, in order.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn events(&self, session: &SessionId) -> Result<Vec<Event>, StoreFault> {
        let session = *session;
        self.read(move |from| read::events(from, session))
    }

    /// Returns every answer since an instant, the oldest first.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn answers(&self, since: Timestamp) -> Result<Vec<Answer>, StoreFault> {
        self.read(move |from| read::answers(from, since))
    }

    /// Returns how the complaint was since an instant, the oldest first.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn pain_answers(&self, since: Timestamp) -> Result<Vec<Answer>, StoreFault> {
        self.read(move |from| read::pain_answers(from, since))
    }

    /// Returns the flags that nobody has cleared, the oldest first.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn open_flags(&self) -> Result<Vec<OpenFlag>, StoreFault> {
        self.read(read::open_flags)
    }

    fn write(&self, write: Write) -> Ticket {
        let mut outbox = self.outbox.lock().unwrap_or_else(PoisonError::into_inner);
        outbox.last += 1;
        // Where the writer is gone, the ticket tells: `closed`.
        let _ = outbox.sender.send(Message::Write(outbox.last, write));
        Ticket(outbox.last)
    }

    fn send(&self, message: Message) {
        let outbox = self.outbox.lock().unwrap_or_else(PoisonError::into_inner);
        // Where the writer is gone, there is nobody to answer: the caller finds its own channel closed.
        let _ = outbox.sender.send(message);
    }

    /// Ends the thread once it has kept what is left, and returns whether it has: a disk that does not answer must not
    /// keep the window from closing.
    fn close(&mut self) -> bool {
        self.send(Message::Quit);
        self.board.told().hurry();
        let wait = self.board.changed.wait_timeout_while(self.board.told(), CLOSING, |told| !told.closed);
        let closed = wait.unwrap_or_else(PoisonError::into_inner).0.closed;
        if let Some(thread) = self.thread.take()
            && closed
        {
            // It is ending already; that it may have panicked changes nothing here.
            let _ = thread.join();
        }
        closed
    }

    fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&Connection) -> Result<T, StoreFault> + Send + 'static,
    ) -> Result<T, StoreFault> {
        let (answer, answered) = mpsc::sync_channel(1);
        self.send(Message::Read(Box::new(move |connection| {
            let found = ask(connection);
            let damaged = matches!(found, Err(StoreFault::Damaged(_)));
            // An error means that nobody waits any more.
            let _ = answer.send(found);
            damaged
        })));
        self.board.told().hurry();
        answered.recv().unwrap_or(Err(StoreFault::Closed))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.close();
    }
}
