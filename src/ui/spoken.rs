//! Names for what is only painted, so that a screen reader finds it.

use eframe::egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, accesskit::Live};

/// Gives a painted place a name.
pub fn name(ui: &mut Ui, rect: Rect, words: &str) -> Response {
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    response
}

/// As [`name`], and spoken by itself whenever the words change: a phase, never every second.
pub fn announce(ui: &mut Ui, rect: Rect, words: &str) -> Response {
    let response = name(ui, rect, words);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    response
}
