package org.newsreel.training.world;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Paints neck, shoulders and clothes in {@link FaceArtist}'s units, down to y = 3. */
final class BodyArtist {
    private static final Color SHADOW = new Color(40, 20, 18);

    private final Look look;

    BodyArtist(Look look) {
        this.look = look;
    }

    void paint(Graphics2D g) {
        Color skin = look.skin();
        Path2D neck = new Path2D.Double();
        neck.moveTo(-0.27, 0.35);
        neck.curveTo(-0.25, 0.70, -0.27, 0.85, -0.40, 0.95);
        neck.lineTo(0.40, 0.95);
        neck.curveTo(0.27, 0.85, 0.25, 0.70, 0.27, 0.35);
        neck.closePath();
        g.setPaint(new GradientPaint(-0.3f, 0.6f, Look.shade(skin, 0.86), 0.3f, 0.7f, Look.mix(skin, SHADOW, 0.42)));
        g.fill(neck);
        Brush.soft(g, 0.02, 0.66, 0.34, 0.17, SHADOW, 0.55);
        Shape shoulders = Brush.symmetric(
                0.90,
                new double[][] {
                    {0.22, 0.90, 0.30, 0.80, 0.34, 0.78},
                    {0.62, 0.92, 0.98, 0.96, 1.10, 1.22},
                    {1.26, 1.60, 1.30, 2.40, 1.32, 3.0}
                },
                3.0);
        g.setPaint(new GradientPaint(
                -1f, 0.9f, Look.mix(look.coat(), Color.WHITE, 0.10), 1f, 1.8f, Look.shade(look.coat(), 0.62)));
        g.fill(shoulders);
        Shape clip = g.getClip();
        g.clip(shoulders);
        Brush.soft(g, -0.62, 1.25, 0.25, 0.5, Color.WHITE, 0.08);
        Brush.line(g, Brush.curve(-0.86, 3, -0.80, 1.9, -0.84, 1.45), Look.alpha(Color.BLACK, 0.35), 0.025);
        Brush.line(g, Brush.curve(0.86, 3, 0.80, 1.9, 0.84, 1.45), Look.alpha(Color.BLACK, 0.45), 0.025);
        g.setClip(clip);
        collar(g);
    }

    private void collar(Graphics2D g) {
        Path2D opening = new Path2D.Double();
        opening.moveTo(-0.33, 0.79);
        opening.quadTo(-0.12, 0.98, 0, look.tie() ? 1.95 : 1.35);
        opening.quadTo(0.12, 0.98, 0.33, 0.79);
        opening.quadTo(0, 1.02, -0.33, 0.79);
        g.setPaint(new GradientPaint(-0.2f, 0.9f, look.shirt(), 0.3f, 1.3f, Look.shade(look.shirt(), 0.82)));
        g.fill(opening);
        for (int side : new int[] {-1, 1}) {
            Path2D lapel = new Path2D.Double();
            lapel.moveTo(side * 0.34, 0.78);
            lapel.lineTo(side * 0.47, 0.98);
            lapel.lineTo(side * 0.40, 1.14);
            lapel.lineTo(side * 0.46, 1.20);
            lapel.lineTo(0, look.tie() ? 2.0 : 1.42);
            lapel.quadTo(side * 0.16, 1.05, side * 0.34, 0.78);
            Brush.fill(g, lapel, Look.shade(look.coat(), side < 0 ? 1.12 : 0.78));
            Brush.line(g, lapel, Look.alpha(Color.BLACK, 0.30), 0.012);
        }
        if (look.tie()) {
            Path2D tie = new Path2D.Double();
            tie.moveTo(-0.065, 0.90);
            tie.lineTo(0.065, 0.90);
            tie.lineTo(0.045, 0.99);
            tie.lineTo(0.10, 1.75);
            tie.lineTo(0, 1.9);
            tie.lineTo(-0.10, 1.75);
            tie.lineTo(-0.045, 0.99);
            tie.closePath();
            Brush.fill(g, tie, Look.mix(look.coat(), new Color(150, 30, 45), 0.75));
            Brush.line(g, Brush.curve(-0.045, 0.99, 0, 1.01, 0.045, 0.99), Look.alpha(Color.BLACK, 0.4), 0.014);
        }
        for (int side : new int[] {-1, 1}) {
            Path2D wing = new Path2D.Double();
            wing.moveTo(side * 0.33, 0.77);
            wing.lineTo(side * 0.02, 0.93);
            wing.lineTo(side * 0.19, 1.06);
            wing.closePath();
            Brush.fill(g, wing, Look.shade(look.shirt(), side < 0 ? 1.04 : 0.88));
            Brush.line(g, wing, Look.alpha(Color.BLACK, 0.22), 0.010);
        }
    }
}
