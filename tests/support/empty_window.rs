//! An eframe window with nothing in it: what `benches/window.rs` measures Kneadwell against.

use eframe::egui;

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, _ui: &mut egui::Ui, _frame: &mut eframe::Frame) {}
}

fn main() -> eframe::Result {
    let viewport = egui::ViewportBuilder::default().with_title("Kneadwell (empty)").with_inner_size([1180.0, 780.0]);
    // As Kneadwell does, whatever else the build has.
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty))))
}
