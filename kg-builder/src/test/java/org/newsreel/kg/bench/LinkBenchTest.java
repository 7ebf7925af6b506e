package org.newsreel.kg.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.NamedNews;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.identity.Identities;
import org.newsreel.kg.linking.EntityFiles;
import org.newsreel.kg.linking.Linker;
import org.newsreel.kg.merge.Members;
import org.newsreel.kg.merge.MergedGraphs;
import org.newsreel.kg.merge.OwnLink;
import org.newsreel.ontology.bench.BenchReport;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * Prints how right links to an enterprise's list are: 600 people and 300 groups of which the news writes 400 and 200, in four
 * ways (as listed, with a typing error, with initials or as an alias, with the order changed or a legal form), among
 * strangers of the same family names that the list does not have.
 */
@Tag("bench")
class LinkBenchTest {
    private static final String[] SYLLABLES = {
        "bra", "den", "fel", "gor", "hul", "jas", "kem", "lor", "mir", "nov", "pel", "ros", "sil", "tar", "ven", "wes"
    };
    private static final String[] KINDS = {"Institute", "Herald", "Council", "Works", "Bank", "Museum"};
    private static final int PEOPLE = 600;
    private static final int GROUPS = 300;

    @TempDir
    Path directory;

    private record Entry(String id, String label, String type, String alias) {}

    @Test
    void printsHowRightLinksAre() throws Exception {
        BenchReport report = new BenchReport("linking", "Links to an enterprise's list")
                .remark("A made list of %,d people and %,d groups; two thirds of them in made news.", PEOPLE, GROUPS);
        for (long seed : new long[] {21, 22, 23}) {
            run(seed, report);
        }
        report.write();
    }

    private void run(long seed, BenchReport report) throws Exception {
        Random random = new Random(seed);
        List<Entry> list = new ArrayList<>();
        Set<String> used = new LinkedHashSet<>();
        String[] families = new String[80];
        for (int i = 0; i < families.length; i++) {
            families[i] = word(random, 2);
        }
        while (list.size() < PEOPLE) {
            String name = word(random, 2) + " " + families[random.nextInt(families.length)];
            if (used.add(name)) {
                list.add(new Entry(
                        "https://corp.example/p" + list.size(), name, "PER", word(random, 3) + " " + word(random, 2)));
            }
        }
        while (list.size() < PEOPLE + GROUPS) {
            String name = word(random, 3) + " " + KINDS[random.nextInt(KINDS.length)];
            if (used.add(name)) {
                list.add(new Entry("https://corp.example/g" + list.size(), name, "ORG", word(random, 4) + " Group"));
            }
        }
        DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
        MergedGraphs merged = new MergedGraphs(graphs);
        graphs.begin(ReadWrite.WRITE);
        // What the list calls who is meant, by the entity that the graph made of the name.
        Map<String, String> meant = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i += 3) {
            for (int n = i; n < Math.min(i + 2, list.size()); n++) {
                Entry entry = list.get(n);
                meant.put(put(merged, "n" + n, entry.type(), written(entry, n % 4, random)), entry.id());
            }
            // A stranger of the same family.
            String label = list.get(i).label();
            put(merged, "s" + i, list.get(i).type(), word(random, 3) + label.substring(label.indexOf(' ')));
        }
        merged.settle();
        Set<String> right = new LinkedHashSet<>();
        meant.forEach((entity, own) -> right.add(
                Members.representative(graphs, NodeFactory.createURI(entity)).getURI() + " " + own));
        graphs.commit();
        Path csv = directory.resolve("list-" + seed + ".csv");
        StringBuilder text = new StringBuilder("id,label,type,aliases\n");
        list.forEach(entry -> text.append(String.join(",", entry.id(), entry.label(), entry.type(), entry.alias()))
                .append('\n'));
        Files.writeString(csv, text);
        long begin = System.nanoTime();
        List<OwnLink> links = Linker.STANDARD.propose(graphs, EntityFiles.read(csv));
        double seconds = (System.nanoTime() - begin) / 1e9;
        long accepted = links.stream().filter(OwnLink::accepted).count();
        long acceptedRight = links.stream()
                .filter(OwnLink::accepted)
                .filter(l -> isRight(l, right))
                .count();
        long found = links.stream()
                .filter(l -> isRight(l, right))
                .map(OwnLink::own)
                .distinct()
                .count();
        String made = "list " + seed + ", ";
        report.figure(made + "accepted that are right", "Newsreel", 100.0 * acceptedRight / accepted, "%");
        report.figure(made + "of the true ones accepted", "Newsreel", 100.0 * acceptedRight / meant.size(), "%");
        report.figure(made + "of the true ones accepted or proposed", "Newsreel", 100.0 * found / meant.size(), "%");
        report.figure(made + "proposals for each true one", "Newsreel", (double) links.size() / meant.size(), "");
        report.figure(made + "speed", "Newsreel", meant.size() / seconds, "entities/s");
    }

    private static boolean isRight(OwnLink link, Set<String> right) {
        return right.contains(link.entity() + " " + link.own());
    }

    private static String put(MergedGraphs merged, String id, String type, String name) {
        NamedNews news = new NamedNews(id);
        ExtractionDocument item = (type.equals("PER") ? news.people(name) : news.groups(name)).done();
        merged.put(ItemGraphBuilder.build(item));
        return Identities.of(item).get("c0");
    }

    private static String written(Entry entry, int way, Random random) {
        String label = entry.label();
        int space = label.indexOf(' ');
        return switch (way) {
            case 0 -> label;
            case 1 -> {
                int at = 1 + random.nextInt(space - 2);
                yield label.substring(0, at) + label.charAt(at + 1) + label.charAt(at) + label.substring(at + 2);
            }
            case 2 -> entry.alias();
            default ->
                entry.type().equals("PER") ? label.charAt(0) + ". " + label.substring(space + 1) : label + " Ltd";
        };
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
