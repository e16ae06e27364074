//! Fewer corners for the same picture: the figure's mesh is copied every frame, so its size is what a frame costs.

use std::collections::HashMap;

use eframe::egui::{Mesh, Pos2};

/// How far, in pixels, an edge may lie from where it was drawn: far too little to be seen.
const OFF: f32 = 0.1;

/// Leaves out corners that lie on the way between others; the ends stay.
pub fn line(points: &[Pos2], pixels_per_point: f32) -> Vec<Pos2> {
    let mut kept = Vec::new();
    if let Some(first) = points.first() {
        kept.push(*first);
        between(points, OFF / pixels_per_point, &mut kept);
    }
    kept
}

/// As [`line()`], for an outline that goes back to where it began.
pub fn outline(points: &[Pos2], pixels_per_point: f32) -> Vec<Pos2> {
    let Some(first) = points.first() else { return Vec::new() };
    let far = |(_, a): &(usize, &Pos2), (_, b): &(usize, &Pos2)| first.distance(**a).total_cmp(&first.distance(**b));
    let Some((farthest, _)) = points.iter().enumerate().max_by(far) else { return Vec::new() };
    let back: Vec<Pos2> = points[farthest..].iter().chain([first]).copied().collect();
    let mut kept = line(&points[..=farthest], pixels_per_point);
    between(&back, OFF / pixels_per_point, &mut kept);
    kept.pop();
    kept
}

/// Adds what is needed after the first of these points: the last, and before it any corner that lies too far off.
fn between(points: &[Pos2], off: f32, kept: &mut Vec<Pos2>) {
    let [first, inner @ .., last] = points else { return };
    let along = (*last - *first).normalized();
    let distance = |point: &Pos2| {
        let from = *point - *first;
        // Where it ends as it began there is no way to be off: the distance counts.
        if along.length_sq() > 0.0 { along.rot90().dot(from).abs() } else { from.length() }
    };
    let farthest = inner.iter().enumerate().max_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
    match farthest {
        Some((index, point)) if distance(point) > off => {
            between(&points[..=index + 1], off, kept);
            between(&points[index + 1..], off, kept);
        }
        _ => kept.push(*last),
    }
}

/// Makes one of corners that are the same, and leaves out triangles that have no room: at a pixel's width, epaint's lines have a
/// middle as wide as nothing.
pub fn welded(mesh: &Mesh) -> Mesh {
    let mut places = HashMap::new();
    let mut welded = Mesh::default();
    let corner = |welded: &mut Mesh, places: &mut HashMap<_, u32>, index: u32| {
        let vertex = mesh.vertices[index as usize];
        let key = (vertex.pos.x.to_bits(), vertex.pos.y.to_bits(), vertex.color);
        *places.entry(key).or_insert_with(|| {
            welded.vertices.push(vertex);
            (welded.vertices.len() - 1) as u32
        })
    };
    for triangle in mesh.indices.chunks_exact(3) {
        let [a, b, c] = [triangle[0], triangle[1], triangle[2]].map(|index| corner(&mut welded, &mut places, index));
        if a != b && b != c && a != c {
            welded.indices.extend([a, b, c]);
        }
    }
    welded.vertices.shrink_to_fit();
    welded.indices.shrink_to_fit();
    welded
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;

    #[test]
    fn corners_on_the_way_go_and_the_shape_stays() {
        let square = [(0.0, 0.0), (5.0, 0.0), (10.0, 0.05), (10.0, 10.0), (4.0, 10.0), (0.0, 10.0), (0.0, 5.0)];
        let square = square.map(|(x, y)| pos2(x, y));
        let corners = [(0.0, 0.0), (10.0, 0.05), (10.0, 10.0), (0.0, 10.0)].map(|(x, y)| pos2(x, y));
        assert_eq!(outline(&square, 1.0), corners);
        assert_eq!(line(&square[..3], 1.0), [square[0], square[2]]);
        assert_eq!(line(&square[..3], 8.0).len(), 3, "at eight times the size it can be seen");
        assert_eq!(outline(&[], 1.0), []);
    }

    #[test]
    fn corners_that_are_the_same_become_one() {
        let mut mesh = Mesh::default();
        for at in [pos2(0.0, 0.0), pos2(1.0, 0.0), pos2(1.0, 0.0), pos2(0.0, 1.0)] {
            mesh.colored_vertex(at, eframe::egui::Color32::PLACEHOLDER);
        }
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(0, 2, 3);
        let welded = welded(&mesh);
        assert_eq!((welded.vertices.len(), welded.indices.as_slice()), (3, &[0, 1, 2][..]));
    }
}
