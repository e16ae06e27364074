//! Every kind of row, written, read again by another life of the program, and read by another program.

use std::sync::mpsc;
use std::time::Duration;

use jiff::Timestamp;
use kneadwell::practice::journal::{Began, Happened, Held, Overstep, Question, Rule};
use kneadwell::practice::measure::{Discomfort, Pain, Side};
use kneadwell::practice::plan::Refused;
use kneadwell::practice::program::Revision;
use kneadwell::practice::safety::{Flag, Sign, Urgency};
use kneadwell::practice::session::Ending;
use kneadwell::world::store::{AnswerMoment, Reply, Saved, Scale, SessionStart, Store, StoreFault};

use crate::given::{
    LONG, PROGRAM, SETUP, at, begin, evening, event, how_strong, integrity, open_quietly, second_client,
};

fn one_of_each() -> Vec<Happened> {
    let began = Began {
        step: "press".to_owned(),
        point: 0,
        site: "upper-trapezius".to_owned(),
        side: Some(Side::Left),
        round: 1,
        rounds: 3,
        length_ms: 30_000,
        target: Some(4),
        less: true,
    };
    let why = |rule, said| Overstep {
        rule,
        point: 0,
        site: "calf".to_owned(),
        side: Some(Side::Left),
        round: 1,
        ceiling: 5,
        said,
    };
    let held = Held { step: "press".to_owned(), point: 0, site: "calf".to_owned(), side: None, round: 1, ms: 29_999 };
    vec![
        Happened::Started,
        Happened::Lowered { why: why(Rule::L1, Some(6)), from: 5, to: 4 },
        Happened::PressingEnded { why: why(Rule::L2, None), dropped: 2 },
        Happened::Began(began),
        Happened::SteppedUp { to: 5 },
        Happened::Held(held),
        Happened::Found,
        Happened::Paused,
        Happened::Stopped,
        Happened::Resumed,
        Happened::Unwell,
        Happened::Skipped,
        Happened::WentBack,
        Happened::Extended { ms: 10_000 },
        Happened::Eased { to: Some(3) },
        Happened::Eased { to: None },
        Happened::GaveUp,
        Happened::LetUp,
        Happened::LetGo { after_ms: 12_000 },
        Happened::Refused { why: Refused::PressedEnough },
        Happened::Asked { question: how_strong(1) },
        Happened::Answered { question: how_strong(1), level: 4 },
        Happened::Unanswered {
            question: Question::Symptoms { site: "upper-trapezius".to_owned(), side: Some(Side::Left) },
        },
    ]
}

#[test]
fn every_event_comes_back_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let store = open_quietly(dir.path(), &evening());
    let id = begin(&store, &evening());
    let events: Vec<_> = (0u64..).zip(one_of_each()).map(|(n, what)| event(n * 1_234, what)).collect();
    let (first, rest) = events.split_at(5);
    store.log(&id, first, &evening());
    store.log(&id, rest, &evening());
    drop(store);

    let store = open_quietly(dir.path(), &evening());
    assert_eq!(store.events(&id).unwrap(), events);
    let found = store.unfinished().unwrap().unwrap();
    assert_eq!((found.id, found.bytes.as_slice(), found.setup.as_str()), (id, PROGRAM, SETUP));
    assert_eq!((found.started, found.events), (evening(), events.clone()));
    let last = events.last().unwrap();
    assert_eq!((found.seen_at, found.seen_position), (last.at, last.position));
    assert_eq!(found.seen_utc, evening().timestamp());
    assert_eq!(store.sessions(9, None).unwrap()[0].events, events.len() as u64);
}

#[test]
fn the_program_in_force_is_the_last_one_taken() {
    let dir = tempfile::tempdir().unwrap();
    let store = open_quietly(dir.path(), &evening());
    assert_eq!(store.in_force().unwrap(), None);
    let other = b"{ another }";
    let morning = at("2026-11-03T08:00:00+01:00[Europe/Zurich]");
    store.keep_revision(PROGRAM, "Neck", "M. Okafor", &evening());
    store.take(Revision::of(PROGRAM), &evening());
    store.keep_revision(other, "Calf", "A. Weiss", &morning);
    store.keep_revision(PROGRAM, "Neck, again", "Someone else", &morning);
    store.take(Revision::of(other), &morning);
    drop(store);

    let store = open_quietly(dir.path(), &morning);
    let found = store.in_force().unwrap().unwrap();
    assert_eq!((found.revision, found.bytes.as_slice()), (Revision::of(other), &other[..]));
    assert_eq!((found.title.as_str(), found.taken_at), ("Calf", morning));
    let kept = store.revision(Revision::of(PROGRAM)).unwrap().unwrap();
    assert_eq!((kept.title.as_str(), kept.prescribed_by.as_str()), ("Neck", "M. Okafor"));
    assert_eq!((kept.bytes.as_slice(), kept.added_at), (PROGRAM, evening()));
    assert_eq!(store.revision(Revision::of(b"never seen")).unwrap(), None);
}

#[test]
fn endings_follow_from_the_events() {
    let store = Store::in_memory().unwrap();
    let endings = [
        (Happened::Finished, Ending::Finished),
        (Happened::FinishedEarly, Ending::Early),
        (Happened::Discarded, Ending::Discarded),
    ];
    for (what, ending) in endings {
        let id = begin(&store, &evening());
        assert_eq!(store.unfinished().unwrap().unwrap().id, id);
        let end = at("2026-11-02T18:20:00+01:00[Europe/Zurich]");
        store.log(&id, &[event(1_200_000, what)], &end);
        assert_eq!(store.unfinished().unwrap(), None);
        let row = store.sessions(1, None).unwrap().remove(0);
        assert_eq!((row.id, row.ending, row.ended_at), (id, Some(ending), Some(end)));
        assert_eq!(row.lasted, Duration::from_secs(1_200));
    }
}

#[test]
fn answers_are_kept_and_silence_is_kept_as_silence() {
    let dir = tempfile::tempdir().unwrap();
    let store = open_quietly(dir.path(), &evening());
    let id = begin(&store, &evening());
    let next_day = at("2026-11-03T08:00:00+01:00[Europe/Zurich]");
    store.pain(Some(&id), AnswerMoment::Before, Pain::new(6), &evening());
    store.log(&id, &[event(1, Happened::Answered { question: how_strong(1), level: 10 })], &evening());
    store.log(&id, &[event(2, Happened::Unanswered { question: how_strong(3) })], &evening());
    store.log(
        &id,
        &[event(
            3,
            Happened::Unanswered {
                question: Question::Symptoms { site: "upper-trapezius".to_owned(), side: Some(Side::Left) },
            },
        )],
        &evening(),
    );
    store.pain(Some(&id), AnswerMoment::After, None, &evening());
    store.pain(None, AnswerMoment::NextDay, Pain::new(0), &next_day);
    drop(store);

    let client = second_client(dir.path());
    assert_eq!(integrity(&client), "ok");
    let sql = "SELECT group_concat(concat_ws(' ', scale, moment, coalesce(site, '-'), coalesce(side, '-'),
               coalesce(round, '-'), coalesce(level, 'not answered')), '; ' ORDER BY id) FROM answers";
    let seen: String = client.query_row(sql, [], |row| row.get(0)).unwrap();
    let expected = "pain before - - - 6; discomfort hold upper-trapezius left 1 10; \
                    discomfort hold upper-trapezius left 3 not answered; symptoms hold upper-trapezius left - not answered; \
                    pain after - - - not answered; pain next-day - - - 0";
    assert_eq!(seen, expected);

    let store = open_quietly(dir.path(), &evening());
    let row = store.sessions(9, None).unwrap().remove(0);
    assert_eq!((row.pain_before, row.pain_after), (Reply::Level(6), Reply::Unanswered));
    assert_eq!(row.answers.len(), 5);
    assert_eq!(store.answers(Timestamp::MIN).unwrap().len(), 6);
    let pain = store.pain_answers(evening().timestamp()).unwrap();
    assert_eq!(pain.iter().map(|answer| answer.level).collect::<Vec<_>>(), [Some(6), None, Some(0)]);
    assert_eq!((pain[2].session, pain[2].at.clone(), pain[2].scale), (None, next_day.clone(), Scale::Pain));
    assert_eq!(store.pain_answers(next_day.timestamp()).unwrap().len(), 1);
}

#[test]
fn a_later_answer_stands_and_silence_takes_none_away() {
    let store = Store::in_memory().unwrap();
    let id = begin(&store, &evening());
    assert_eq!(store.sessions(1, None).unwrap()[0].pain_before, Reply::NotAsked);
    store.log(&id, &[event(1, Happened::Answered { question: how_strong(1), level: 1 })], &evening());
    store.log(&id, &[event(2, Happened::Answered { question: how_strong(1), level: 10 })], &evening());
    store.log(&id, &[event(3, Happened::Unanswered { question: how_strong(1) })], &evening());
    let level = |store: &Store| store.sessions(1, None).unwrap()[0].answers[0].level;
    assert_eq!(level(&store), Some(10));
    store.discomfort(&id, "upper-trapezius", Some(Side::Left), 1, Discomfort::new(5), &evening());
    assert_eq!(level(&store), Some(5));
    store.discomfort(&id, "upper-trapezius", Some(Side::Right), 1, Discomfort::new(2), &evening());
    assert_eq!(store.sessions(1, None).unwrap()[0].answers.len(), 2);
    assert_eq!(store.events(&id).unwrap().len(), 3, "what was said at the time stays in the events");
}

#[test]
fn sessions_come_newest_first_and_by_the_page() {
    let store = Store::in_memory().unwrap();
    let start = |n: i64| evening().saturating_add(jiff::SignedDuration::from_hours(24 * n));
    let ids: Vec<_> = (0..5).map(|n| begin(&store, &start(n))).collect();
    store.note(&ids[4], "Slept well after it.");
    let page = store.sessions(2, None).unwrap();
    assert_eq!(page.iter().map(|row| row.id).collect::<Vec<_>>(), [ids[4], ids[3]]);
    assert_eq!(page[0].note.as_deref(), Some("Slept well after it."));
    assert_eq!((page[0].title.as_str(), page[0].routine.as_str()), ("Neck", "Evening"));
    let page = store.sessions(9, Some(page[1].started.timestamp())).unwrap();
    assert_eq!(page.iter().map(|row| row.id).collect::<Vec<_>>(), [ids[2], ids[1], ids[0]]);
    store.note(&ids[4], "");
    assert_eq!(store.sessions(1, None).unwrap()[0].note, None);
}

#[test]
fn how_far_a_session_came_is_kept_between_events() {
    let store = Store::in_memory().unwrap();
    let id = begin(&store, &evening());
    let now = at("2026-11-02T18:00:05+01:00[Europe/Zurich]");
    store.seen(&id, Duration::from_millis(5_250), Duration::from_millis(4_000), &now);
    let found = store.unfinished().unwrap().unwrap();
    assert_eq!((found.seen_at.as_millis(), found.seen_position.as_millis()), (5_250, 4_000));
    assert_eq!(found.seen_utc, now.timestamp());
}

#[test]
fn flags_stay_open_until_someone_clears_them() {
    let dir = tempfile::tempdir().unwrap();
    let store = open_quietly(dir.path(), &evening());
    let id = begin(&store, &evening());
    let own = Flag::Own("faint".to_owned());
    store.flag(Some(&id), &Flag::Sign(Sign::Faint), None, &evening());
    store.flag(None, &own, Some(("masseter".to_owned(), Some(Side::Left))), &evening());
    let flags = store.open_flags().unwrap();
    assert_eq!((flags[0].session, &flags[0].flag), (Some(id), &Flag::Sign(Sign::Faint)));
    assert_eq!((flags[0].urgency, flags[0].at.clone()), (Urgency::Emergency, evening()));
    assert_eq!((flags[1].session, &flags[1].flag, flags[1].urgency), (None, &own, Urgency::Today));
    store.clear_flag(flags[0].id, "Dr Lang", None, &evening());
    drop(store);
    let store = open_quietly(dir.path(), &evening());
    assert_eq!(store.open_flags().unwrap(), flags[1..]);
    let client = second_client(dir.path());
    let by: String = client.query_row("SELECT cleared_by FROM flags WHERE id = 1", [], |row| row.get(0)).unwrap();
    assert_eq!(by, "Dr Lang");
}

#[test]
fn what_can_never_be_kept_is_refused_and_holds_up_nothing() {
    let store = Store::in_memory().unwrap();
    let id = begin(&store, &evening());
    let before = store.log(&id, &[event(1, Happened::Started)], &evening());
    let never = SessionStart {
        revision: Revision::of(b"never kept"),
        routine: String::new(),
        setup: "{}".to_owned(),
        started: evening(),
    };
    let (unknown, refused) = store.begin(never);
    let refused = [
        refused,
        store.log(&unknown, &[event(1, Happened::Started)], &evening()),
        store.seen(&unknown, LONG, LONG, &evening()),
        store.note(&unknown, "nobody's"),
        store.pain(Some(&unknown), AnswerMoment::Before, None, &evening()),
        store.clear_flag(77, "nobody", None, &evening()),
    ];
    let after = store.log(&id, &[event(2, Happened::Paused)], &evening());
    store.flush(LONG).unwrap();
    for ticket in refused {
        assert!(matches!(store.state(ticket), Saved::Failed(StoreFault::Refused(_))), "{:?}", store.state(ticket));
    }
    assert_eq!((store.state(before), store.state(after), store.trouble()), (Saved::Kept, Saved::Kept, None));
    assert_eq!(store.events(&id).unwrap().len(), 2);
    assert_eq!(store.sessions(9, None).unwrap().len(), 1);
}

#[test]
fn the_screen_is_called_when_something_was_kept() {
    let store = Store::in_memory().unwrap();
    let (call, called) = mpsc::channel();
    store.on_change(Box::new(move || call.send(()).unwrap_or_default()));
    let ticket = store.keep_revision(PROGRAM, "Neck", "M. Okafor", &evening());
    called.recv_timeout(LONG).unwrap();
    assert_eq!(store.state(ticket), Saved::Kept);
}
