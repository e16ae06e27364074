use super::*;

const SECOND: Duration = Duration::from_secs(1);

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Takes the last number that is to be opened out of what is to be done.
fn number(todo: &[Do]) -> u32 {
    let opens = todo.iter().rev().find_map(|each| match each {
        Do::Open(_, number) => Some(*number),
        _ => None,
    });
    opens.unwrap_or_else(|| panic!("nothing is opened: {todo:?}"))
}

/// A watch with an open card, wanted since 0 s and open since then.
fn playing(choice: Which) -> Watch {
    let mut watch = Watch::default();
    watch.take(Fact::Choice(choice), ms(0));
    let first = number(&watch.take(Fact::Wanted, ms(0)));
    assert_eq!(watch.take(Fact::Opened(first), ms(3)), [Do::Play(ms(0))], "what fell due while it opened is played");
    watch
}

#[test]
fn a_lost_card_is_tried_again_after_1_2_5_and_5_seconds() {
    let mut watch = playing(Which::Default);
    let mut now = 4 * SECOND;
    assert_eq!(watch.take(Fact::Failed(Why::Lost), now), [Do::Close]);
    for wait in [1, 2, 5, 5] {
        assert_eq!(watch.due(), Some(now + wait * SECOND));
        assert_eq!(watch.take(Fact::Tick, (now + wait * SECOND).saturating_sub(ms(1))), []);
        now += wait * SECOND;
        let next = number(&watch.take(Fact::Tick, now));
        assert_eq!(watch.take(Fact::NotOpened(next, Why::NoCard), now), []);
        assert_eq!(watch.shown(), SoundState::Silent(Why::NoCard));
    }
    now += 5 * SECOND;
    let next = number(&watch.take(Fact::Tick, now));
    assert_eq!(watch.take(Fact::Opened(next), now + ms(2)), [Do::Play(now + ms(2))], "nothing is caught up");
    assert_eq!(watch.shown(), SoundState::Playing);
}

#[test]
fn a_card_that_has_run_for_long_begins_with_the_first_wait_again() {
    let mut watch = playing(Which::Default);
    watch.take(Fact::Failed(Why::Lost), SECOND);
    let next = number(&watch.take(Fact::Tick, 2 * SECOND));
    watch.take(Fact::Opened(next), 2 * SECOND);
    watch.take(Fact::Tick, 13 * SECOND);
    watch.take(Fact::Failed(Why::Stuck), 14 * SECOND);
    assert_eq!(watch.due(), Some(15 * SECOND));
}

#[test]
fn a_chosen_output_that_is_not_there_gives_way_and_is_taken_again() {
    let mut watch = playing(Which::Chosen);
    watch.take(Fact::Failed(Why::Lost), 20 * SECOND);
    let todo = watch.take(Fact::Tick, 21 * SECOND);
    assert_eq!(todo, [Do::Open(Which::Chosen, number(&todo))]);
    let todo = watch.take(Fact::NotOpened(number(&todo), Why::NoCard), 21 * SECOND);
    assert_eq!(todo, [Do::Open(Which::Default, number(&todo))]);
    watch.take(Fact::Opened(number(&todo)), 21 * SECOND);
    assert_eq!((watch.shown(), watch.passed_over()), (SoundState::Playing, Some(Why::NoCard)));
    assert_eq!(watch.take(Fact::Tick, 25 * SECOND), []);
    assert_eq!(watch.take(Fact::Tick, 26 * SECOND), [Do::Look]);
    assert_eq!(watch.take(Fact::Absent, 26 * SECOND), []);
    assert_eq!(watch.take(Fact::Tick, 31 * SECOND), [Do::Look]);
    let todo = watch.take(Fact::Present, 31 * SECOND);
    assert_eq!(todo, [Do::Close, Do::Open(Which::Chosen, number(&todo))]);
    assert_eq!(watch.take(Fact::Opened(number(&todo)), 31 * SECOND), [Do::Play(31 * SECOND)]);
    assert_eq!(watch.passed_over(), None);
}

#[test]
fn a_chosen_output_that_cannot_be_opened_is_not_tried_at_every_look() {
    let mut watch = Watch::default();
    watch.take(Fact::Choice(Which::Chosen), ms(0));
    let first = number(&watch.take(Fact::Wanted, ms(0)));
    let second = number(&watch.take(Fact::NotOpened(first, Why::Busy), ms(0)));
    watch.take(Fact::Opened(second), ms(0));
    assert_eq!(watch.take(Fact::Present, 5 * SECOND), []);
    assert_eq!(watch.take(Fact::Present, 31 * SECOND).len(), 2);
}

#[test]
fn a_moved_output_is_followed_at_once_unless_it_moves_at_once() {
    let mut watch = playing(Which::Default);
    let todo = watch.take(Fact::Moved, 5 * SECOND);
    assert_eq!(todo, [Do::Close, Do::Open(Which::Default, number(&todo))]);
    assert_eq!(watch.shown(), SoundState::Playing, "nobody is told of so short a gap");
    assert_eq!(watch.take(Fact::Opened(number(&todo)), 5 * SECOND + ms(4)), [Do::Play(5 * SECOND)]);
    assert_eq!(watch.take(Fact::Moved, 5 * SECOND + ms(300)), [Do::Close]);
    assert_eq!(watch.shown(), SoundState::Silent(Why::Lost));
}

#[test]
fn an_opening_that_hangs_is_given_up_and_its_card_is_not_awaited() {
    let mut watch = Watch::default();
    let first = number(&watch.take(Fact::Wanted, ms(0)));
    assert_eq!(watch.due(), Some(HANGS));
    assert_eq!(watch.take(Fact::Tick, HANGS), []);
    assert_eq!((watch.shown(), watch.expects()), (SoundState::Silent(Why::Stuck), None));
    assert_eq!(watch.take(Fact::Opened(first), HANGS + ms(1)), []);
    assert_eq!(watch.shown(), SoundState::Silent(Why::Stuck));
}

#[test]
fn after_a_sleep_the_card_is_opened_again_and_a_wait_is_over() {
    let mut watch = playing(Which::Default);
    assert_eq!(watch.take(Fact::Slept, 9 * SECOND).len(), 2);
    let mut waiting = playing(Which::Default);
    waiting.take(Fact::Failed(Why::Lost), 9 * SECOND);
    assert_eq!(waiting.take(Fact::Slept, 9 * SECOND + ms(300)).len(), 1);
    let mut off = Watch::default();
    assert_eq!(off.take(Fact::Slept, SECOND), []);
}

#[test]
fn where_nothing_is_to_come_a_failure_is_shown_and_not_tried_again() {
    let mut watch = Watch::default();
    let first = number(&watch.take(Fact::WantedOnce, ms(0)));
    watch.take(Fact::NotOpened(first, Why::NoCard), ms(1));
    assert_eq!((watch.shown(), watch.due()), (SoundState::Silent(Why::NoCard), None));
    assert_eq!(watch.take(Fact::Resting, ms(2)), [Do::Forget]);
    assert_eq!(watch.shown(), SoundState::Off);
}

/// A world of cards for the property: which there are, and which opening hangs.
struct Cards {
    chosen: bool,
    default: bool,
    hangs: bool,
    asked: Vec<(u32, Which)>,
}

impl Cards {
    fn answer(&self, number: u32, which: Which) -> Fact {
        let is_there = if which == Which::Chosen { self.chosen } else { self.default };
        if is_there { Fact::Opened(number) } else { Fact::NotOpened(number, Why::NoCard) }
    }
}

#[test]
fn whatever_happens_one_card_is_open_nothing_spins_and_sound_comes_back() {
    for seed in 0..400 {
        let mut any = fastrand::Rng::with_seed(seed);
        let mut watch = Watch::default();
        let mut cards = Cards { chosen: true, default: true, hangs: false, asked: Vec::new() };
        let (mut now, mut open, mut silent) = (Duration::ZERO, false, Duration::ZERO);
        let mut opened_at = Vec::new();
        for _ in 0..400 {
            now += ms(any.u64(0..700));
            let mut facts = vec![match any.u8(0..18) {
                0 | 1 => Fact::Wanted,
                2 => Fact::WantedOnce,
                3 => Fact::Resting,
                4 => Fact::Quiet,
                5 => Fact::Choice(Which::Chosen),
                6 => Fact::Choice(Which::Default),
                7 => Fact::Failed([Why::Lost, Why::PlaysNothing, Why::Stuck][any.usize(0..3)]),
                8 => Fact::Moved,
                9 => Fact::Slept,
                10 => {
                    if cards.chosen {
                        Fact::Present
                    } else {
                        Fact::Absent
                    }
                }
                11 => Fact::Opened(any.u32(0..50)),
                12 => Fact::NotOpened(any.u32(0..50), Why::Busy),
                _ => Fact::Tick,
            }];
            (cards.chosen, cards.default, cards.hangs) = (any.u8(0..4) > 0, any.u8(0..4) > 0, any.u8(0..6) == 0);
            if !cards.hangs {
                let asked = std::mem::take(&mut cards.asked);
                facts.extend(asked.into_iter().map(|(number, which)| cards.answer(number, which)));
            }
            while let Some(fact) = facts.pop() {
                let expected = watch.expects();
                for each in watch.take(fact, now) {
                    match each {
                        Do::Open(which, number) => {
                            assert!(!open, "seed {seed}: a second card is opened");
                            opened_at.push(now);
                            if cards.hangs {
                                cards.asked.push((number, which));
                            } else {
                                facts.push(cards.answer(number, which));
                            }
                        }
                        Do::Close => {
                            assert!(open, "seed {seed}: nothing was open");
                            open = false;
                        }
                        Do::Play(from) => {
                            assert!(
                                !open && matches!(fact, Fact::Opened(number) if Some(number) == expected),
                                "seed {seed}"
                            );
                            assert!(from >= silent, "seed {seed}: {from:?} is caught up, silent until {silent:?}");
                            open = true;
                        }
                        Do::Look | Do::Forget => {}
                    }
                }
                if matches!(watch.shown(), SoundState::Silent(_)) && watch.expects().is_none() {
                    silent = now;
                }
            }
        }
        let most = opened_at.windows(12).find(|twelve| twelve[11].saturating_sub(twelve[0]) < SECOND);
        assert_eq!(most, None, "seed {seed}: it spins");
        // From here on all is well: within one retry there is sound.
        watch.take(Fact::Wanted, now);
        (cards.chosen, cards.default) = (true, true);
        let until = now + HANGS + RETRIES[2];
        let plays = |watch: &Watch| {
            watch.shown() == SoundState::Playing && watch.expects().or(watch.due().map(|_| 0)).is_none()
        };
        while !plays(&watch) && now < until {
            now += ms(50);
            let mut facts = vec![Fact::Tick];
            while let Some(fact) = facts.pop() {
                let todo = watch.take(fact, now);
                facts.extend(todo.iter().filter_map(|each| match each {
                    Do::Open(which, number) => Some(cards.answer(*number, *which)),
                    _ => None,
                }));
            }
        }
        assert!(plays(&watch), "seed {seed}: {watch:?}");
    }
}
