package org.lamella.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;

/** The benchmark measures real work: the same values for any number of threads, and the peer arrives where the kernel does. */
class WholeRunVerificationTest {
    private static final BoneModel MODEL = BoneModel.create(BoneParameters.load(), Engine.STANDARD.sequential());

    @Test
    void threadsDoNotChangeTheReadings() {
        WholeRun run = new WholeRun(MODEL);
        var one = run.run(new Job(300, 2, 1));
        var three = run.run(new Job(300, 2, 3));
        assertThat(one.readings()).isEqualTo(300L * 24 * Monthly.TAKEN.size());
        assertThat(three.digest()).isEqualTo(one.digest());
    }

    @Test
    void hipparchusComesToTheSameDensityAsTheKernel() {
        Peer peer = new Peer(MODEL, 2);
        var kernel = peer.kernel("KERNEL", 1, 1);
        for (Peer.Method method : Peer.Method.values()) {
            assertThat(peer.hipparchus(method, 1).check()).isCloseTo(kernel.check(), within(0.01));
        }
    }
}
