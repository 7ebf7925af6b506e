package org.newsreel.training.made;

import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.training.made.MadeItem.Mentioned;
import org.newsreel.training.made.MadeItem.Said;
import org.newsreel.training.world.NewsPicture;

/**
 * Writes made posts as a corpus in MNRE's form: {@code posts.txt}, a post with a marked pair a line, and {@code
 * pictures/}. Pairs of people stand in both directions, so that a network learns which of two is the parent.
 */
public final class MadeCorpus {
    /** What two entities can have to do with each other, {@link MadeItem#NONE} first. */
    public static final List<String> RELATIONS = List.of(
            MadeItem.NONE,
            "PER-PER_couple",
            "PER-PER_colleague",
            "PER-PER_parents",
            "PER-ORG_member",
            "PER-LOC_located");

    /** Pixels of a picture: larger than any small network reads. */
    private static final int WIDTH = 160;

    private static final int HEIGHT = 120;

    private MadeCorpus() {}

    /**
     * Writes posts of several worlds in both languages.
     *
     * @param firstWorld seed of the first world
     * @param worlds how many in each language
     * @param each posts of a world
     * @return how many lines were written
     */
    public static int write(Path directory, long firstWorld, int worlds, int each) throws IOException {
        Path pictures = Files.createDirectories(directory.resolve("pictures"));
        int lines = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(directory.resolve("posts.txt"))) {
            for (long seed = firstWorld; seed < firstWorld + worlds; seed++) {
                for (Tongue tongue : Tongue.values()) {
                    for (MadeItem item : new MadeWorld(tongue, seed).relationPosts(each, "corpus")) {
                        lines += write(item, tongue.code() + "-" + seed + "-" + item.id(), writer, pictures);
                    }
                }
            }
        }
        return lines;
    }

    private static int write(MadeItem item, String name, BufferedWriter writer, Path pictures) throws IOException {
        if (!item.frames().isEmpty()) {
            MadeItem.Frame frame = item.frames().get(0);
            BufferedImage picture = NewsPicture.paint(frame.scene(), frame.flag(), WIDTH, HEIGHT);
            ImageIO.write(picture, "png", pictures.resolve(name + ".png").toFile());
        }
        Said fact = item.facts().get(0);
        writer.write(line(item, fact.subject(), fact.object(), fact.relation(), name));
        if (!item.type(fact.subject()).equals(item.type(fact.object()))) {
            return 1;
        }
        String back = symmetric(fact.relation()) ? fact.relation() : MadeItem.NONE;
        writer.write(line(item, fact.object(), fact.subject(), back, name));
        return 2;
    }

    private static boolean symmetric(String relation) {
        return RelationSchema.standard().types(RelationInventory.M3D).stream()
                .anyMatch(t -> t.name().equals(relation) && t.symmetric());
    }

    /** No token of the made languages has a quotation mark. */
    private static String line(MadeItem item, int head, int tail, String relation, String name) {
        return "{'token': " + quoted(item.tokens()) + ", 'h': " + place(item, head) + ", 't': " + place(item, tail)
                + ", 'img_id': '" + name + ".png', 'relation': '" + relation + "'}\n";
    }

    private static String place(MadeItem item, int mention) {
        Mentioned one = item.mentions().get(mention);
        return "{'name': '" + String.join(" ", item.tokens().subList(one.from(), one.to())) + "', 'pos': [" + one.from()
                + ", " + one.to() + "]}";
    }

    private static String quoted(List<String> tokens) {
        return tokens.stream().map(t -> "'" + t + "'").collect(Collectors.joining(", ", "[", "]"));
    }
}
