package org.newsreel.corpus;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.newsreel.api.cli.CommandFailure;
import org.newsreel.api.cli.Newsreel;
import org.newsreel.kg.identity.IdentityPolicy;
import scala.Function1;
import scala.Function2;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.runtime.BoxedUnit;

/** This driver's connection to a cluster, or to threads of its own. */
final class SparkRun implements AutoCloseable {
    private static final Pattern STANDALONE = Pattern.compile("spark://([^,:/]+):([0-9]+)");
    private static final int CONNECT_MILLIS = 5_000;
    /** A task is begun again this often: each item that kills its process costs two. */
    private static final String TRIES = "20";

    private final JavaSparkContext spark;
    private final Settings settings;
    private final boolean local;

    private SparkRun(JavaSparkContext spark, Settings settings, boolean local) {
        this.spark = spark;
        this.settings = settings;
        this.local = local;
    }

    /**
     * Connects.
     *
     * @param master as Spark writes them
     * @param given settings of the user's, which win over ours
     */
    static SparkRun start(String master, Settings settings, Map<String, String> given) {
        boolean local = master.startsWith("local");
        if (!local && !master.contains("://")) {
            throw CommandFailure.wrongCall("--master must be spark://HOST:PORT or local[N] but is " + master + ".");
        }
        SparkConf conf = new SparkConf()
                .setAppName("newsreel corpus")
                .setMaster(master)
                .set("spark.ui.enabled", "false")
                .set("spark.task.maxFailures", TRIES);
        if (local) {
            conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
        } else {
            reach(master, conf);
            executors(conf, settings, given);
        }
        given.forEach(conf::set);
        try {
            return new SparkRun(new JavaSparkContext(conf), settings, local);
        } catch (RuntimeException e) {
            throw CommandFailure.couldNotStart(
                    "Spark does not start on " + master + " (" + Newsreel.sentence(e) + "): check --master and --conf.",
                    e);
        }
    }

    /** Says in seconds what Spark would say after a minute. */
    private static void reach(String master, SparkConf conf) {
        Matcher address = STANDALONE.matcher(master);
        if (!address.matches()) {
            return;
        }
        try (Socket socket = new Socket()) {
            InetAddress host = InetAddress.getByName(address.group(1));
            socket.connect(new InetSocketAddress(host, Integer.parseInt(address.group(2))), CONNECT_MILLIS);
            if (host.isLoopbackAddress()) {
                conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.couldNotStart(
                    "no Spark master answers at " + master + ": start one, or take --master local[N].", e);
        }
    }

    private static void executors(SparkConf conf, Settings settings, Map<String, String> given) {
        conf.set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        conf.set(
                "spark.executor.extraJavaOptions",
                "-Dai.djl.offline=true -DPYTORCH_FLAVOR=" + System.getProperty("PYTORCH_FLAVOR", "cpu")
                        // Tasks are what runs side by side, not the threads of one.
                        + " -Dai.djl.pytorch.num_threads=" + given.getOrDefault("spark.task.cpus", "1")
                        + " -Djava.awt.headless=true -Dorg.bytedeco.javacpp.maxBytes=0"
                        + " -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        conf.setExecutorEnv("OMP_WAIT_POLICY", "passive");
        conf.setExecutorEnv("OPENCV_LOG_LEVEL", "OFF");
        conf.setExecutorEnv("TORCH_CPP_LOG_LEVEL", "ERROR");
        if (settings.device().equals("gpu")) {
            conf.set("spark.executor.resource.gpu.amount", "1").set("spark.task.resource.gpu.amount", "1");
        }
    }

    /**
     * Extracts every unit; outcomes come task by task.
     *
     * @throws SparkFailure when a task fails again and again, as with a full disk, or the cluster is gone
     */
    void extract(List<WorkUnit> units, Gathering gathering) {
        List<WorkTask> tasks = WorkPlan.of(units, Math.max(2, spark.defaultParallelism()));
        if (tasks.isEmpty()) {
            return;
        }
        JavaRDD<WorkTask> work = spark.parallelize(tasks, tasks.size());
        Settings sent = settings;
        Function1<Iterator<WorkTask>, ArrayList<ItemOutcome>> task =
                (Function1<Iterator<WorkTask>, ArrayList<ItemOutcome>> & Serializable) some -> run(some, sent);
        Function2<Object, ArrayList<ItemOutcome>, BoxedUnit> handler = (partition, outcomes) -> {
            gathering.add(outcomes);
            return BoxedUnit.UNIT;
        };
        try {
            ClassTag<ArrayList<ItemOutcome>> type = ClassTag.apply(ArrayList.class);
            spark.sc().runJob(work.rdd(), task, handler, type);
        } catch (Exception e) {
            throw failure(e);
        }
    }

    /**
     * Resolves identities across items and writes the whole graph, sorted, each line once.
     *
     * @param items where the items' graphs are, as {@link Checkpoints#graph} takes them
     * @param parts an empty directory that all executors see
     * @return the graph's parts in their order
     * @throws SparkFailure as {@link #extract}
     */
    List<Path> merge(List<String> items, Path parts) {
        if (items.isEmpty()) {
            return List.of();
        }
        spark.setCheckpointDir(parts.resolve("rounds").toUri().toString());
        String out = settings.out();
        String to = parts.toString();
        try (IdentityStage stage = new IdentityStage(spark, out, items, Bounds.of(IdentityPolicy.STANDARD))) {
            return stage
                    .lines(out)
                    .mapToPair(line -> new Tuple2<>(line, true))
                    .sortByKey()
                    .keys()
                    .mapPartitionsWithIndex(
                            (part, lines) -> List.of(GraphFiles.write(Path.of(to), part, lines)
                                            .toString())
                                    .iterator(),
                            true)
                    .collect()
                    .stream()
                    .map(Path::of)
                    .toList();
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private static ArrayList<ItemOutcome> run(Iterator<WorkTask> tasks, Settings settings) {
        ArrayList<ItemOutcome> outcomes = new ArrayList<>();
        while (tasks.hasNext()) {
            outcomes.addAll(TaskRun.of(tasks.next(), settings));
        }
        return outcomes;
    }

    private static SparkFailure failure(Exception e) {
        String sentence = Newsreel.sentence(e);
        Matcher cause = Pattern.compile("(?:Exception|Error): (.*)").matcher(sentence);
        String why = e instanceof SparkException && cause.find() ? cause.group(1) : sentence;
        return new SparkFailure(
                "the run on Spark ended early (" + why + "); what is done is kept: mend that and run it again.", e);
    }

    @Override
    public void close() {
        spark.close();
        if (local) {
            Pipelines.close();
        }
    }
}
