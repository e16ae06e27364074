//! The kit: what it looks like, where left and right are, and what a screen reader can reach.
//!
//! The pictures are renewed with `UPDATE_SNAPSHOTS=true cargo test --test kit`; look at them before they are kept.

use eframe::egui::{Align2, Color32, Pos2, Rect, Ui, UiBuilder, pos2, vec2};
use egui_kittest::{Harness, SnapshotOptions, kittest::Queryable};
use kneadwell::ui::{
    clock::clock_digits,
    figure::{Drawing, Figure, Lit, Mark, Side, View},
    icons::{Icon, side_mark, stop_sign},
    parts::{
        Banner, Button, Cap, CheckRow, Gauge, Hold, Key, KeyLook, NumberRow, Pill, Pips, RailItem, Tone, hairline,
        hold_mark, key_row, paint_card, paint_panel, rail, slider, text_field, toggle,
    },
    ring::{Ring, RingLook, RingSize},
    theme::{self, Face, Letters, Theme, Tokens, Weight, font, tokens},
};

fn page(theme: Theme, mut add: impl FnMut(&mut Ui, &Tokens) + 'static) -> Harness<'static> {
    Harness::builder()
        .with_size(vec2(1180.0, 780.0))
        .with_context_setup(move |ctx| {
            theme::install(ctx);
            theme::apply(ctx, theme);
        })
        .build_ui(move |ui| {
            let tokens = tokens(ui);
            let window = ui.ctx().content_rect();
            ui.painter().rect_filled(window, 0.0, tokens.ground);
            ui.scope_builder(UiBuilder::new().max_rect(window), |ui| add(ui, tokens));
        })
}

fn picture(name: &str, harness: &mut Harness<'_>) {
    harness.run();
    let options = SnapshotOptions::new().output_path("tests/snapshots/kit").max_failed_pixels(20);
    harness.snapshot_options(name, &options);
}

fn put(ui: &mut Ui, min: (f32, f32), size: (f32, f32), widget: impl eframe::egui::Widget) -> eframe::egui::Response {
    ui.put(Rect::from_min_size(min.into(), size.into()), widget)
}

fn of_ten(number: u8) -> String {
    format!("{number} of 10")
}

#[test]
fn the_kit_on_paper() {
    kit(Theme::Paper, "kit-paper");
}

#[test]
fn the_kit_at_dusk() {
    kit(Theme::Dusk, "kit-dusk");
}

fn kit(theme: Theme, name: &str) {
    let mut harness = page(theme, |ui, tokens| {
        Face::Display.say(ui, pos2(40.0, 54.0), Align2::LEFT_CENTER, "Kit", tokens.ink);
        rings(ui, tokens);
        buttons(ui, tokens);
        icons(ui, tokens);
    });
    harness.run();
    harness.get_by_label("Focus").focus();
    picture(name, &mut harness);
}

fn rings(ui: &mut Ui, tokens: &Tokens) {
    let looks = [
        (RingLook::Ready, Icon::Ready, "Get ready"),
        (RingLook::Seek, Icon::Pin, "Find it"),
        (RingLook::Press { step_up_ticks: &[] }, Icon::Press, "Press"),
        (RingLook::Release, Icon::Release, "Release"),
        (RingLook::Stretch, Icon::Stretch, "Stretch"),
        (RingLook::Rest, Icon::Rest, "Rest"),
        (RingLook::Switch { turned: 0.0 }, Icon::Switch, "Switch sides"),
        (RingLook::Paused, Icon::Pause, "Paused"),
    ];
    for (i, (look, icon, word)) in looks.into_iter().enumerate() {
        let centre = pos2(113.0 + 136.0 * i as f32, 196.0);
        let size = RingSize::SMALL.scaled(0.78);
        let left = if look == RingLook::Release { 0.83 } else { 0.67 };
        Ring { centre, size, look, left, session: 0.28, ground: tokens.ground }.paint(ui.painter(), tokens);
        let color = if look == RingLook::Paused { tokens.rest } else { look.color(tokens) };
        icon.paint(ui.painter(), centre, 34.0, color);
        Face::Lead.say(ui, centre + vec2(0.0, 100.0), Align2::CENTER_CENTER, word, color);
    }
}

fn buttons(ui: &mut Ui, tokens: &Tokens) {
    put(ui, (40.0, 376.0), (97.0, 44.0), Button::primary("Primary"));
    put(ui, (151.0, 376.0), (97.0, 44.0), Button::primary("Focus"));
    put(ui, (268.0, 376.0), (119.0, 44.0), Button::secondary("Secondary"));
    put(ui, (401.0, 376.0), (64.0, 44.0), Button::tertiary("Tertiary"));
    put(ui, (486.0, 376.0), (103.0, 44.0), Button::stop("Stop"));
    put(ui, (603.0, 376.0), (128.0, 44.0), Button::quietly_chosen("Stay"));
    put(ui, (745.0, 376.0), (128.0, 44.0), Button::chosen("Chosen"));
    ui.add_enabled_ui(false, |ui| put(ui, (887.0, 376.0), (97.0, 44.0), Button::secondary("Not yet")));
    put(ui, (998.0, 384.0), (72.0, 28.0), Pill::side(Side::Left, "Left"));
    put(ui, (1080.0, 384.0), (72.0, 28.0), Pill::side(Side::Right, "Right"));
    NumberRow::new(&of_ten)
        .chosen(Some(3))
        .notes(&[(0, "no pain"), (10, "worst imaginable")])
        .show_at(ui, pos2(40.0, 444.0));
    clock_digits(ui.painter(), pos2(760.0, 466.0), Align2::LEFT_CENTER, "12:30", 72.0, tokens.ink);
    Face::Title.say(ui, pos2(970.0, 470.0), Align2::LEFT_CENTER, "22 title", tokens.ink);
    Face::Caption.say(ui, pos2(1070.0, 474.0), Align2::LEFT_CENTER, "13 caption", tokens.ink_third);
    hairline(ui.painter(), 40.0..=1140.0, 520.0);
}

fn icons(ui: &mut Ui, tokens: &Tokens) {
    Face::Strong.say(ui, pos2(40.0, 556.0), Align2::LEFT_CENTER, "Icons", tokens.ink);
    for (i, icon) in Icon::ALL.into_iter().enumerate() {
        let centre = pos2(76.0 + 79.0 * (i % 14) as f32, 612.0 + 54.0 * (i / 14) as f32);
        icon.paint(ui.painter(), centre, 24.0, tokens.ink);
        Face::Caption.say(ui, centre + vec2(0.0, 23.0), Align2::CENTER_CENTER, &icon.key(), tokens.ink_third);
    }
}

#[test]
fn a_press_on_paper() {
    picture("press-paper", &mut page(Theme::Paper, press));
}

#[test]
fn a_press_at_dusk() {
    picture("press-dusk", &mut page(Theme::Dusk, press));
}

fn press(ui: &mut Ui, tokens: &Tokens) {
    let painter = ui.painter().clone();
    painter.rect_filled(ui.max_rect(), 0.0, tokens.press_wash);
    let pips = Pips { count: 4, current: 0, color: tokens.press, track: tokens.press_track, scale: 1.0 };
    pips.paint(&painter, pos2(40.0, 46.0));
    painter.text(
        pos2(246.0, 50.0),
        Align2::LEFT_CENTER,
        "Point 1 of 4 · hold 2 of 3",
        font(Weight::Medium, 18.0),
        tokens.ink_second,
    );
    Icon::Sound.paint(&painter, pos2(884.0, 50.0), 20.0, tokens.ink_second);
    Face::Body.say(ui, pos2(903.0, 50.0), Align2::LEFT_CENTER, "Voice and tones", tokens.ink_second);
    clock_digits(&painter, pos2(1039.0, 50.0), Align2::LEFT_CENTER, "12:25", 25.0, tokens.ink);
    painter.text(pos2(1140.0, 51.0), Align2::RIGHT_CENTER, "left", font(Weight::Regular, 18.0), tokens.ink_second);
    let centre = pos2(348.0, 372.0);
    let look = RingLook::Press { step_up_ticks: &[12.0 / 35.0, 24.0 / 35.0] };
    Ring { centre, size: RingSize::PLAYER, look, left: 18.0 / 35.0, session: 0.108, ground: tokens.press_wash }
        .paint(&painter, tokens);
    Icon::Press.paint(&painter, pos2(278.0, 258.0), 46.0, tokens.press);
    Face::Phase.say(ui, pos2(315.0, 258.0), Align2::LEFT_CENTER, "Press", tokens.press);
    clock_digits(&painter, pos2(348.0, 382.0), Align2::CENTER_CENTER, "18", 204.0, tokens.ink);
    painter.text(
        pos2(348.0, 488.0),
        Align2::CENTER_CENTER,
        "of 35 seconds",
        font(Weight::Regular, 22.0),
        tokens.ink_second,
    );
    Face::Cue.say(ui, pos2(348.0, 658.0), Align2::CENTER_CENTER, "Breathe out, lean in a little", tokens.ink);
    site_card(ui, tokens);
    let rect = Rect::from_min_size(pos2(660.0, 408.0), vec2(480.0, 130.0));
    paint_card(&painter, rect);
    Face::Lead.say(ui, pos2(688.0, 438.0), Align2::LEFT_CENTER, "Aim for 3 to 5", tokens.ink);
    Face::Body.say(ui, pos2(1112.0, 438.0), Align2::RIGHT_CENTER, "hatched: above your limit", tokens.ink_second);
    let words = ["touch", "good hurt, easy breath", "too much"];
    Gauge { aim: 3..=5, limit: 5, target: 4, color: tokens.press, words, name: "Aim for 3 to 5, now 4", scale: 1.0 }
        .paint(&painter, pos2(688.0, 464.0), 424.0);
    paint_card(&painter, Rect::from_min_size(pos2(660.0, 554.0), vec2(480.0, 110.0)));
    painter.circle_filled(pos2(717.0, 609.0), 28.0, tokens.rest_tint);
    Icon::Rest.paint(&painter, pos2(717.0, 609.0), 28.0, tokens.rest);
    Face::Narrow.say(ui, pos2(765.0, 582.0), Align2::LEFT_CENTER, "Next", tokens.ink_third);
    Face::Title.say(ui, pos2(765.0, 607.0), Align2::LEFT_CENTER, "Rest 15 s", tokens.ink);
    Face::Narrow.say(ui, pos2(765.0, 632.0), Align2::LEFT_CENTER, "then hold 3 of 3", tokens.ink_second);
    let keys = [
        Key { caps: &[Cap::Words("Space")], caption: "Pause", look: KeyLook::Plain },
        Key { caps: &[Cap::Words("any other key")], caption: "Ease off", look: KeyLook::Press },
        Key { caps: &[Cap::Words("L")], caption: "It let go", look: KeyLook::Plain },
        Key { caps: &[Cap::Icon(Icon::Left), Cap::Icon(Icon::Right)], caption: "Step", look: KeyLook::Plain },
        Key { caps: &[Cap::Words("Esc")], caption: "Stop", look: KeyLook::Stop },
    ];
    key_row(ui, pos2(590.0, 734.0), 1.0, &keys);
}

fn site_card(ui: &mut Ui, tokens: &Tokens) {
    let rect = Rect::from_min_size(pos2(660.0, 92.0), vec2(480.0, 300.0));
    paint_card(ui.painter(), rect);
    let lit = [Lit { site: "upper-trapezius", side: Side::Left, mark: Mark::Press }];
    Figure { view: View::Back, height: 740.0, crown: pos2(1014.0, 114.0), drawing: Drawing::Quiet, lit: &lit }
        .paint(ui.painter(), rect.shrink(1.0));
    Face::Side.say(ui, pos2(689.0, 149.0), Align2::LEFT_CENTER, "Left", tokens.ink);
    let muscle = Letters::new(Weight::SemiBold, 26.0);
    muscle.say(ui, pos2(689.0, 215.0), Align2::LEFT_CENTER, "Upper trapezius", tokens.ink);
    let common = Letters::new(Weight::Regular, 20.0);
    common.say(ui, pos2(689.0, 245.0), Align2::LEFT_CENTER, "shoulder-top", tokens.ink_second);
    let words = "Cane from above. Sit, arm supported.";
    Face::Body.say_within(ui, pos2(689.0, 273.0), Align2::LEFT_TOP, words, tokens.ink_second, 200.0);
}

#[test]
fn a_rest_on_paper() {
    let mut harness = page(Theme::Paper, |ui, tokens| {
        let painter = ui.painter().clone();
        painter.rect_filled(ui.max_rect(), 0.0, tokens.rest_wash);
        let ring = Ring {
            centre: pos2(186.0, 262.0),
            size: RingSize::REST,
            look: RingLook::Rest,
            left: 0.67,
            session: 0.27,
            ground: tokens.rest_wash,
        };
        ring.paint(&painter, tokens);
        clock_digits(&painter, pos2(186.0, 276.0), Align2::CENTER_CENTER, "17", 96.0, tokens.ink);
        let card = Rect::from_min_size(pos2(372.0, 92.0), vec2(768.0, 396.0));
        paint_card(&painter, card);
        let lit = [Lit { site: "levator-scapulae", side: Side::Right, mark: Mark::Press }];
        Figure { view: View::Back, height: 920.0, crown: pos2(972.0, 118.0), drawing: Drawing::Quiet, lit: &lit }
            .paint(&painter, card.shrink(1.0));
        Face::SideNext.say(ui, pos2(409.0, 213.0), Align2::LEFT_CENTER, "Right", tokens.ink);
        paint_card(&painter, Rect::from_min_size(pos2(40.0, 508.0), vec2(1100.0, 178.0)));
        let notes = [(0, "touch only"), (3, "first hurt"), (5, "your limit"), (10, "too much")];
        NumberRow::large(&of_ten).notes(&notes).show_at(ui, pos2(73.0, 573.0));
        let keys = [
            Key {
                caps: &[Cap::Words("0"), Cap::Between("to"), Cap::Words("9")],
                caption: "Answer",
                look: KeyLook::Plain,
            },
            Key { caps: &[Cap::Icon(Icon::Right)], caption: "Go on now", look: KeyLook::Plain },
        ];
        key_row(ui, pos2(590.0, 734.0), 1.0, &keys);
    });
    picture("rest-paper", &mut harness);
}

#[test]
fn the_other_parts_on_paper() {
    picture("parts-paper", &mut page(Theme::Paper, parts()));
}

#[test]
fn the_other_parts_at_dusk() {
    picture("parts-dusk", &mut page(Theme::Dusk, parts()));
}

fn parts() -> impl FnMut(&mut Ui, &Tokens) + 'static {
    let mut ticks = [false, true, false];
    let (mut on, mut off, mut volume) = (true, false, 60.0);
    let (mut note, mut plain) = (String::new(), String::from("stock text edit"));
    move |ui, tokens| {
        let names = [
            ("Today", Icon::Today),
            ("Program", Icon::Program),
            ("Body", Icon::Body),
            ("Journal", Icon::Journal),
            ("Settings", Icon::Settings),
        ];
        rail(ui, &names.map(|(label, icon)| RailItem { icon, label }), 2);
        map(ui, tokens);
        let column = Rect::from_min_size(pos2(700.0, 30.0), vec2(440.0, 720.0));
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            let words = "Nothing was saved since Tuesday: the disk is full, and the session goes on without it.";
            Banner { tone: Tone::Warn, words, action: Some("Try again") }.show(ui);
            Banner { tone: Tone::Info, words: "A rest day. The body needs it.", action: None }.show(ui);
            let words = "Call the emergency number now if your face droops.";
            Banner { tone: Tone::Emergency, words, action: None }.show(ui);
            let [first, second, third] = &mut ticks;
            ui.add(CheckRow::new(first, "Pain in the chest, jaw or left arm").under("with sweating or short breath"));
            ui.add(CheckRow::new(second, "New weakness or numbness in an arm or hand").tall());
            ui.add(CheckRow::new(third, "Pregnant"));
            toggle(ui, &mut on, "Less motion");
            toggle(ui, &mut off, "Put this note in the report");
            slider(ui, &mut volume, 0.0..=100.0, 5.0, "Volume", |value| format!("{value} %"));
            text_field(ui, &mut note, "A note, if you like", Icon::Note, vec2(440.0, 52.0));
            ui.horizontal(|ui| {
                ui.text_edit_singleline(&mut plain).accessible_name("Plain");
                let _ = ui.button("Stock");
            });
        });
    }
}

fn map(ui: &mut Ui, tokens: &Tokens) {
    let card = Rect::from_min_size(pos2(136.0, 30.0), vec2(540.0, 540.0));
    paint_card(ui.painter(), card);
    let lit = [
        Lit { site: "upper-trapezius", side: Side::Left, mark: Mark::Chosen },
        Lit { site: "infraspinatus", side: Side::Left, mark: Mark::Planned },
        Lit { site: "hamstrings", side: Side::Right, mark: Mark::Stretch },
    ];
    let chest = [Lit { site: "pectoralis-major", side: Side::Left, mark: Mark::Planned }];
    let figure = |view, x: f32, lit| Figure { view, height: 500.0, crown: pos2(x, 50.0), drawing: Drawing::Map, lit };
    figure(View::Front, 270.0, &chest).paint(ui.painter(), card.shrink(1.0));
    figure(View::Back, 510.0, &lit).paint(ui.painter(), card.shrink(1.0));
    let sole = [Lit { site: "plantar-foot", side: Side::Right, mark: Mark::Press }];
    Figure { crown: pos2(630.0, 490.0), height: 350.0, ..figure(View::Soles, 0.0, &sole) }
        .paint(ui.painter(), card.shrink(1.0));
    paint_panel(ui.painter(), Rect::from_min_size(pos2(136.0, 590.0), vec2(540.0, 150.0)), tokens.sunk);
    for (i, hold) in [Hold::Done, Hold::Part, Hold::Skipped].into_iter().enumerate() {
        hold_mark(ui.painter(), pos2(180.0 + 36.0 * i as f32, 630.0), hold);
    }
    side_mark(ui.painter(), pos2(300.0, 630.0), 5.0, Side::Right, tokens.ink);
    stop_sign(ui.painter(), pos2(600.0, 664.0), 112.0, tokens.stop_fill, tokens.on_stop);
    put(ui, (160.0, 660.0), (292.0, 64.0), Button::primary("Start").icon(Icon::Play).large());
    ui.put(Rect::from_min_size(pos2(470.0, 616.0), vec2(60.0, 28.0)), Pill::new("Week 2 of 4"));
}

#[test]
fn words_can_be_read_in_every_look() {
    for theme in Theme::ALL {
        let t = theme.tokens();
        let grounds = [t.ground, t.surface, t.sunk, t.rail];
        for ink in [t.ink, t.ink_second] {
            for ground in grounds {
                assert!(contrast(ink, ground) >= 4.5, "{theme:?} {ink:?} on {ground:?}");
            }
        }
        let pairs = [
            (t.ink_third, t.surface),
            (t.ink_third, t.press_wash),
            (t.ink_third, t.stretch_wash),
            (t.on_primary, t.primary),
            (t.on_press, t.press),
            (t.on_stretch, t.stretch),
            (t.on_stop, t.stop_fill),
            (t.press, t.surface),
            (t.press, t.press_wash),
            (t.release, t.surface),
            (t.stretch, t.surface),
            (t.stretch, t.stretch_wash),
            (t.rest, t.surface),
            (t.ready, t.ground),
            (t.switch, t.ground),
            (t.stop, t.ground),
            (t.ink, t.stop_tint),
            (t.ink, t.press_tint),
        ];
        for (words, ground) in pairs {
            assert!(contrast(words, ground) >= 4.5, "{theme:?} {words:?} on {ground:?}: {}", contrast(words, ground));
        }
        for graphic in [t.focus, t.line_strong] {
            for ground in grounds {
                assert!(contrast(graphic, ground) >= 3.0, "{theme:?} {graphic:?} on {ground:?}");
            }
        }
        assert!(contrast(t.region_edge, t.body_fill) >= 3.0, "{theme:?}");
        assert!(contrast(t.hatch, t.body_fill) >= 3.0, "{theme:?}");
    }
}

/// The contrast ratio of WCAG 2.
fn contrast(a: Color32, b: Color32) -> f32 {
    let light = |color: Color32| {
        let color = eframe::egui::Rgba::from(color);
        0.2126 * color.r() + 0.7152 * color.g() + 0.0722 * color.b() + 0.05
    };
    let (a, b) = (light(a), light(b));
    a.max(b) / a.min(b)
}

#[test]
fn every_icon_has_lines() {
    for icon in Icon::ALL {
        assert!(icon.lines().any(|line| line.len() > 1), "{icon:?}");
    }
}

#[test]
fn left_and_right_are_the_persons_own() {
    let middle = pos2(500.0, 0.0);
    let figure = |view| Figure { view, height: 1000.0, crown: middle, drawing: Drawing::Quiet, lit: &[] };
    // From behind, the person's left is the reader's left; face to face they change places.
    for (view, side, sign) in [
        (View::Back, Side::Left, -1.0),
        (View::Back, Side::Right, 1.0),
        (View::Front, Side::Left, 1.0),
        (View::Front, Side::Right, -1.0),
        (View::Soles, Side::Left, -1.0),
        (View::Soles, Side::Right, 1.0),
    ] {
        for place in figure(view).places().into_iter().filter(|place| place.side == side) {
            let offset = place.rect.center().x - middle.x;
            assert!(offset * sign > 0.0, "{} on the {side:?} of {view:?} lies at {offset}", place.site);
            let found = figure(view).place_at(place.anchor).map(|found| (found.site, found.side));
            assert_eq!(found, Some((place.site, side)), "{view:?}");
        }
    }
}

#[test]
fn a_site_is_shown_from_behind_unless_it_lies_in_front() {
    assert_eq!(View::of("upper-trapezius"), Some(View::Back));
    assert_eq!(View::of("pectoralis-major"), Some(View::Front));
    assert_eq!(View::of("plantar-foot"), Some(View::Soles));
    assert_eq!(View::of("no-such-site"), None);
}

#[test]
fn places_are_read_from_head_to_foot() {
    let figure = Figure { view: View::Front, height: 600.0, crown: Pos2::ZERO, drawing: Drawing::Map, lit: &[] };
    let places = figure.places();
    assert!(places.windows(2).all(|pair| pair[0].anchor.y.round() <= pair[1].anchor.y.round()));
    assert_eq!((places[0].site, places[0].side, places[1].side), ("temporalis", Side::Left, Side::Right));
}

#[test]
fn a_site_can_be_chosen_by_pointer_and_by_keyboard() {
    let crown = pos2(300.0, 20.0);
    let figure = Figure { view: View::Back, height: 600.0, crown, drawing: Drawing::Map, lit: &[] };
    let mut harness =
        Harness::builder().with_size(vec2(600.0, 640.0)).with_context_setup(theme::install).build_ui_state(
            move |ui, chosen: &mut Option<(&'static str, Side)>| {
                let area = ui.max_rect();
                figure.paint(ui.painter(), area);
                let pointed = figure.choose(ui, area, |site, side| format!("{side:?} {site}"));
                if let Some(place) = pointed.chosen {
                    *chosen = Some((place.site, place.side));
                }
            },
            None,
        );
    for place in figure.places() {
        let name = format!("{:?} {}", place.side, place.site);
        harness.get_by_label(&name).click();
        harness.run();
        assert_eq!(*harness.state(), Some((place.site, place.side)), "by pointer");
        *harness.state_mut() = None;
        harness.get_by_label(&name).focus();
        harness.run();
        harness.key_press(eframe::egui::Key::Enter);
        harness.run();
        assert_eq!(*harness.state(), Some((place.site, place.side)), "by keyboard");
    }
}

#[test]
fn every_number_can_be_reached_and_answers() {
    let mut harness = Harness::builder().with_context_setup(theme::install).build_ui_state(
        |ui, answer: &mut Option<u8>| {
            if let Some(number) = NumberRow::new(&of_ten).chosen(*answer).show(ui) {
                *answer = Some(number);
            }
        },
        None,
    );
    for number in 0..=10 {
        harness.get_by_label(&of_ten(number)).click();
        harness.run();
        assert_eq!(*harness.state(), Some(number));
    }
}

#[test]
fn the_keyboard_can_press_what_has_the_focus() {
    let mut harness = Harness::builder().with_context_setup(theme::install).build_ui_state(
        |ui, presses: &mut u32| {
            if ui.add(Button::primary("Start")).clicked() {
                *presses += 1;
            }
        },
        0,
    );
    harness.get_by_label("Start").focus();
    harness.run();
    for key in [eframe::egui::Key::Space, eframe::egui::Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(*harness.state(), 2);
}
