//! The one thread that holds the journal: it keeps what is handed to it in order, and tries again until it is kept.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rusqlite::{Connection, InterruptHandle, TransactionBehavior};

use super::fault::{Notice, StoreFault};
use super::open::Upkeep;
use super::write::{Job, Write};

/// Tries again after this long, then twice as long, up to [`LONGEST_WAIT`]; and whenever something new comes.
const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// The backup of the day is taken once nothing was asked for so long.
const IDLE: Duration = Duration::from_secs(3);
/// So many writes share a commit at most.
const BATCH: usize = 256;
/// Tries, at the end, to keep what is left.
const LAST_TRIES: u32 = 4;

/// What the writer is asked to do.
pub(super) enum Message {
    Write(u64, Write),
    /// Answers whether it came upon damage.
    Read(Box<dyn FnOnce(&Connection) -> bool + Send>),
    OnChange(Box<dyn Fn() + Send>),
    Tidy(SyncSender<()>),
    Quit,
}

/// What the writer tells.
#[derive(Default)]
pub(super) struct Told {
    /// Every ticket up to this one is settled.
    pub settled: u64,
    /// Those that can never be kept.
    pub refused: HashMap<u64, StoreFault>,
    /// What is in the way of writing now.
    pub trouble: Option<StoreFault>,
    /// What came up since the opening.
    pub notices: Vec<Notice>,
    /// Breaks off the copy that is being taken, where one is.
    pub copying: Option<InterruptHandle>,
    /// The thread has ended.
    pub closed: bool,
}

impl Told {
    /// Lets what cannot wait come before the backup, which is taken again later.
    pub fn hurry(&self) {
        if let Some(copying) = &self.copying {
            copying.interrupt();
        }
    }
}

#[derive(Default)]
pub(super) struct Board {
    told: Mutex<Told>,
    pub changed: Condvar,
}

impl Board {
    pub fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Board {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Board").finish_non_exhaustive()
    }
}

/// Everything the thread owns.
pub(super) struct Writer {
    connection: Connection,
    /// Set where nothing is ever written, with the reason.
    shut: Option<StoreFault>,
    board: Arc<Board>,
    waiting: VecDeque<Job>,
    on_change: Option<Box<dyn Fn() + Send>>,
    /// The backup of the day, until it is taken.
    upkeep: Option<Upkeep>,
    /// Looks at the backup and gives it its name.
    finishing: Option<JoinHandle<()>>,
    /// Whether damage was seen: here, or by a read.
    damaged: bool,
}

impl Writer {
    pub fn new(connection: Connection, shut: Option<StoreFault>, upkeep: Option<Upkeep>, board: Arc<Board>) -> Self {
        board.told().trouble.clone_from(&shut);
        let (waiting, on_change, finishing) = (VecDeque::new(), None, None);
        Self { connection, shut, board, waiting, on_change, upkeep, finishing, damaged: false }
    }

    /// Serves until told to stop, or until nobody can ask any more; then keeps what is left. Returns whether all is well.
    pub fn run(mut self, messages: &Receiver<Message>) -> bool {
        let mut wait = FIRST_WAIT;
        loop {
            let message = match (self.waiting.is_empty(), &self.upkeep) {
                (true, None) => messages.recv().map_err(|_| RecvTimeoutError::Disconnected),
                (true, Some(_)) => messages.recv_timeout(IDLE),
                (false, _) => messages.recv_timeout(wait),
            };
            let goes_on = match message {
                Ok(message) => self.take_in(message, messages),
                Err(RecvTimeoutError::Timeout) => {
                    if self.waiting.is_empty() {
                        self.tidy();
                    }
                    true
                }
                Err(RecvTimeoutError::Disconnected) => false,
            };
            wait = if self.keep() { FIRST_WAIT } else { (wait * 2).min(LONGEST_WAIT) };
            if !goes_on {
                break;
            }
        }
        for _ in 0..LAST_TRIES {
            if self.keep() {
                break;
            }
            thread::sleep(FIRST_WAIT);
        }
        self.wait_for_backup();
        self.waiting.is_empty() && !self.damaged
    }

    /// Takes in all that lies ready, so that writes may share a commit; returns false once it is told to stop.
    fn take_in(&mut self, first: Message, messages: &Receiver<Message>) -> bool {
        let mut next = Some(first);
        while let Some(message) = next {
            match message {
                Message::Write(ticket, write) => self.waiting.push_back(Job::new(ticket, write)),
                Message::Read(read) => {
                    // What was handed over before the question is part of the answer, if it can be kept.
                    self.keep();
                    self.damaged |= read(&self.connection);
                }
                Message::OnChange(call) => self.on_change = Some(call),
                Message::Tidy(done) => {
                    self.keep();
                    self.tidy();
                    self.wait_for_backup();
                    // Nobody waits any more: nothing to tell.
                    let _ = done.send(());
                }
                Message::Quit => return false,
            }
            next = if self.waiting.len() < BATCH { messages.try_recv().ok() } else { None };
        }
        true
    }

    /// Takes the backup of the day, and lets another thread look at it: that takes long, and needs no journal.
    fn tidy(&mut self) {
        let Some(upkeep) = self.upkeep.take() else { return };
        self.board.told().copying = Some(self.connection.get_interrupt_handle());
        let taken = upkeep.backups.begin(&self.connection, upkeep.day);
        self.board.told().copying = None;
        match taken {
            Err(StoreFault::NotYet) => self.upkeep = Some(upkeep),
            Err(fault) => {
                self.damaged |= matches!(fault, StoreFault::Damaged(_));
                self.board.told().notices.push(notice(fault));
                self.say();
            }
            Ok(copy) => {
                let board = Arc::clone(&self.board);
                let finish = move || {
                    if let Err(fault) = copy.finish() {
                        board.told().notices.push(notice(fault));
                    }
                };
                // Without a thread there is no backup today.
                self.finishing = thread::Builder::new().name("backup".to_owned()).spawn(finish).ok();
            }
        }
    }

    fn wait_for_backup(&mut self) {
        if let Some(finishing) = self.finishing.take() {
            // Had it panicked, there would be no backup of today, and that is all.
            let _ = finishing.join();
            self.damaged |= self.board.told().notices.iter().any(|told| matches!(told, Notice::DamageFound { .. }));
            self.say();
        }
    }

    fn say(&self) {
        self.board.changed.notify_all();
        if let Some(call) = &self.on_change {
            call();
        }
    }

    /// Keeps all that waits, and returns whether nothing waits any more.
    fn keep(&mut self) -> bool {
        while !self.waiting.is_empty() {
            let outcome = match &self.shut {
                Some(fault) => {
                    self.waiting.iter_mut().for_each(|job| job.refused = Some(fault.clone()));
                    Ok(self.waiting.len())
                }
                None => commit(&mut self.connection, &mut self.waiting),
            };
            let failed = outcome.is_err();
            self.damaged |= matches!(outcome, Err(StoreFault::Damaged(_)));
            if self.tell(outcome) {
                self.say();
            }
            if failed {
                return false;
            }
        }
        true
    }

    /// Puts up what came of a commit, and returns whether that is news.
    fn tell(&mut self, outcome: Result<usize, StoreFault>) -> bool {
        let mut told = self.board.told();
        match outcome {
            Ok(count) => {
                for job in self.waiting.drain(..count) {
                    told.settled = job.ticket;
                    if let Some(fault) = job.refused {
                        told.refused.insert(job.ticket, fault);
                    }
                }
                told.trouble.clone_from(&self.shut);
                true
            }
            Err(fault) => {
                let news = told.trouble.as_ref() != Some(&fault);
                told.trouble = Some(fault);
                news
            }
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.board.told().closed = true;
        self.board.changed.notify_all();
    }
}

fn notice(fault: StoreFault) -> Notice {
    match fault {
        StoreFault::Damaged(why) => Notice::DamageFound { why },
        why => Notice::NoBackup { why },
    }
}

/// Puts the first of what waits into one transaction, and returns how many of them are settled by it. What can never be
/// kept is marked and left out; anything else that fails leaves all as it was.
fn commit(connection: &mut Connection, waiting: &mut VecDeque<Job>) -> Result<usize, StoreFault> {
    let count = waiting.len().min(BATCH);
    let mut transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for job in waiting.iter_mut().take(count).filter(|job| job.refused.is_none()) {
        let savepoint = transaction.savepoint()?;
        match job.apply(&savepoint) {
            Ok(()) => savepoint.commit()?,
            Err(fault) if fault.is_final() => {
                drop(savepoint);
                job.refused = Some(fault);
            }
            Err(fault) => return Err(fault),
        }
    }
    transaction.commit()?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use jiff::Zoned;
    use rusqlite::Connection;

    use super::*;
    use crate::practice::measure::Pain;
    use crate::world::store::{AnswerMoment, Saved, Store};

    fn allow_pages(store: &Store, pages: i64) {
        let set = move |connection: &Connection| {
            let sql = format!("PRAGMA max_page_count = {pages}");
            Ok(connection.query_row(&sql, [], |row| row.get::<_, i64>(0))?)
        };
        store.read(set).unwrap();
    }

    #[test]
    fn a_full_disk_holds_the_queue_in_order_until_there_is_room() {
        let store = Store::in_memory().unwrap();
        let now: Zoned = "2026-11-02T18:00:00Z[UTC]".parse().unwrap();
        allow_pages(&store, 40);
        let mut tickets = Vec::new();
        while store.trouble().is_none() {
            tickets.push(store.pain(None, AnswerMoment::NextDay, Pain::new(tickets.len() as u8 % 11), &now));
            let _until_it_is_full = store.flush(Duration::from_millis(200));
        }
        let kept = tickets.iter().filter(|&&ticket| store.state(ticket) == Saved::Kept).count();
        assert_eq!((store.trouble(), store.state(tickets[kept])), (Some(StoreFault::Full), Saved::Pending));
        assert_eq!(store.answers(jiff::Timestamp::MIN).unwrap().len(), kept, "it can still be read");

        allow_pages(&store, 1_000);
        store.flush(Duration::from_secs(60)).unwrap();
        assert!(tickets.iter().all(|&ticket| store.state(ticket) == Saved::Kept) && store.trouble().is_none());
        let levels = store.answers(jiff::Timestamp::MIN).unwrap().into_iter().filter_map(|answer| answer.level);
        assert!(levels.eq((0..tickets.len()).map(|n| n as u8 % 11)));
    }

    #[test]
    fn a_write_of_which_nobody_knows_how_it_ended_is_kept_once() {
        let store = Store::in_memory().unwrap();
        let twice = |connection: &Connection| {
            let at: Zoned = "2026-11-02T18:00:00Z[UTC]".parse().unwrap();
            let flag = crate::practice::safety::Flag::Own("numb".to_owned());
            let mut job = Job::new(1, Write::Flag { session: None, flag, place: None, at });
            job.apply(connection)?;
            job.apply(connection)
        };
        store.read(twice).unwrap();
        assert_eq!(store.open_flags().unwrap().len(), 1);
    }
}
