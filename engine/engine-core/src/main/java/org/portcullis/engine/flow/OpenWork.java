package org.portcullis.engine.flow;

/**
 * How much an engine has open at one moment.
 *
 * @param submissions submissions that wait, or whose token is not used yet
 * @param warnings warnings that wait to be acknowledged
 * @param holds holds that wait for people, those that somebody asked for included
 * @param alerts alerts that nobody has acknowledged
 * @param deadlines what will fire unless something happens before
 */
public record OpenWork(int submissions, int warnings, int holds, int alerts, int deadlines) {

    static OpenWork of(EngineState state) {
        int warnings = 0;
        int holds = state.petitions.openHolds();
        for (String id : state.openByBasket.values()) {
            SubmissionState submission = state.known(id);
            if (submission.phase == Phase.WAITING) {
                warnings += submission.outstanding;
                holds += submission.hold.isPresent() ? 1 : 0;
            }
        }
        int alerts = (int) state.alerts.all().stream()
                .filter(alert -> alert.acknowledged().isEmpty())
                .count();
        return new OpenWork(state.openByBasket.size(), warnings, holds, alerts, state.deadlines.size());
    }
}
