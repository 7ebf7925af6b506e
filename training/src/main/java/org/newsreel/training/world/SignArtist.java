package org.newsreel.training.world;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Paints organisations' signs. */
final class SignArtist {
    private SignArtist() {}

    /** The emblem in a disc around x, y. */
    static void emblem(Graphics2D g, Organisation organisation, double x, double y, double radius) {
        Graphics2D own = (Graphics2D) g.create();
        own.translate(x, y);
        own.scale(radius, radius);
        Brush.fill(own, Brush.oval(0, 0, 1, 1), organisation.color());
        Brush.line(own, Brush.oval(0, 0, 0.9, 0.9), Look.alpha(Color.WHITE, 0.8), 0.06);
        Color white = new Color(250, 250, 246);
        switch (organisation.sign()) {
            case WAVES -> {
                for (int i = -1; i <= 1; i++) {
                    Path2D wave = new Path2D.Double();
                    wave.moveTo(-0.6, i * 0.3);
                    wave.curveTo(-0.4, i * 0.3 - 0.3, -0.2, i * 0.3 + 0.3, 0, i * 0.3);
                    wave.curveTo(0.2, i * 0.3 - 0.3, 0.4, i * 0.3 + 0.3, 0.6, i * 0.3);
                    Brush.line(own, wave, white, 0.11);
                }
            }
            case TOWER -> {
                Brush.fill(own, new Rectangle2D.Double(-0.2, -0.35, 0.4, 0.85), white);
                Brush.fill(own, new Rectangle2D.Double(-0.32, -0.55, 0.14, 0.24), white);
                Brush.fill(own, new Rectangle2D.Double(-0.07, -0.55, 0.14, 0.24), white);
                Brush.fill(own, new Rectangle2D.Double(0.18, -0.55, 0.14, 0.24), white);
                Brush.fill(own, new Rectangle2D.Double(-0.32, -0.38, 0.64, 0.14), white);
                Brush.fill(own, new Rectangle2D.Double(-0.07, 0.18, 0.14, 0.32), organisation.color());
            }
            case ANCHOR -> {
                Brush.line(own, new Rectangle2D.Double(0, -0.35, 0, 0.9), white, 0.12);
                Brush.line(own, Brush.oval(0, -0.47, 0.12, 0.12), white, 0.09);
                Brush.line(own, new Rectangle2D.Double(-0.28, -0.2, 0.56, 0), white, 0.11);
                Brush.line(own, new Arc2D.Double(-0.5, -0.4, 1, 0.95, 200, 140, Arc2D.OPEN), white, 0.12);
            }
            case LEAF -> {
                Path2D leaf = new Path2D.Double();
                leaf.moveTo(-0.45, 0.45);
                leaf.curveTo(-0.5, -0.3, 0.1, -0.6, 0.5, -0.5);
                leaf.curveTo(0.6, 0.1, 0.2, 0.55, -0.45, 0.45);
                Brush.fill(own, leaf, white);
                Brush.line(own, Brush.curve(-0.5, 0.5, 0, 0, 0.3, -0.3), organisation.color(), 0.07);
            }
            case STAR -> {
                Path2D star = new Path2D.Double();
                for (int i = 0; i < 16; i++) {
                    double r = i % 2 == 0 ? 0.68 : 0.27;
                    double angle = Math.PI * i / 8;
                    if (i == 0) {
                        star.moveTo(0, -r);
                    } else {
                        star.lineTo(r * Math.sin(angle), -r * Math.cos(angle));
                    }
                }
                star.closePath();
                Brush.fill(own, star, white);
            }
        }
        own.dispose();
    }

    /** Emblem and name in a row, centred on x. */
    static void sign(Graphics2D g, Organisation organisation, double x, double y, double size, Color letters) {
        double width = Lettering.width(organisation.name(), true, size);
        double start = x - (width + 1.9 * size) / 2;
        emblem(g, organisation, start + 0.75 * size, y, 0.75 * size);
        Lettering.write(g, organisation.name(), true, size, start + 1.9 * size, y + 0.36 * size, letters);
    }
}
