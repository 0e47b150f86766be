package org.lamella.bone;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Own exponential, logarithm and normal distribution, per number, against the library's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class ElementaryBenchmark {
    private static final int N = 256;

    private final double[] source = new double[N];
    private final double[] x = new double[N];
    private LaneFunctions functions;

    @Setup
    public void fill() {
        functions = new LaneFunctions(N);
        for (int i = 0; i < N; i++) {
            source[i] = 0.1 + 2.0 * i / N;
        }
    }

    private void fresh() {
        System.arraycopy(source, 0, x, 0, N);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public double[] expLanes() {
        fresh();
        functions.exp(x, 0, N);
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public double[] expModerateLanes() {
        fresh();
        functions.expModerate(x, 0, N);
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public double[] logLanes() {
        fresh();
        functions.log(x, 0, N);
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public double[] normalLanes() {
        fresh();
        functions.normalCdf(x, 0, N);
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public double[] expOneByOne() {
        for (int i = 0; i < N; i++) {
            x[i] = Elementary.exp(source[i]);
        }
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public double[] expLibrary() {
        for (int i = 0; i < N; i++) {
            x[i] = Math.exp(source[i]);
        }
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public double[] logLibrary() {
        for (int i = 0; i < N; i++) {
            x[i] = Math.log(source[i]);
        }
        return x;
    }
}
