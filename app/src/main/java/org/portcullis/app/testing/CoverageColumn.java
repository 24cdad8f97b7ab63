package org.portcullis.app.testing;

import org.portcullis.engine.policytest.coverage.Cell;
import org.portcullis.engine.policytest.coverage.Threshold;

/** The columns of the coverage table; a grant's other role stands where other controls have their breach. */
enum CoverageColumn {
    BREACHED("breached"),
    PASSES("passes"),
    EARLY("early"),
    ELSEWHERE("elsewhere"),
    AT_LIMIT("at limit"),
    BEYOND("beyond"),
    MISSING("missing");

    private static final Cell.Cases<CoverageColumn> OF = new Cell.Cases<>() {
        @Override
        public CoverageColumn breached(Cell.Breached cell) {
            return BREACHED;
        }

        @Override
        public CoverageColumn satisfied(Cell.Satisfied cell) {
            return PASSES;
        }

        @Override
        public CoverageColumn early(Cell.Early cell) {
            return EARLY;
        }

        @Override
        public CoverageColumn elsewhere(Cell.Elsewhere cell) {
            return ELSEWHERE;
        }

        @Override
        public CoverageColumn otherRole(Cell.OtherRole cell) {
            return BREACHED;
        }

        @Override
        public CoverageColumn limit(Cell.Limit cell) {
            return cell.side() == Threshold.Side.AT ? AT_LIMIT : BEYOND;
        }

        @Override
        public CoverageColumn missing(Cell.Missing cell) {
            return MISSING;
        }
    };

    private final String title;

    CoverageColumn(String title) {
        this.title = title;
    }

    static CoverageColumn of(Cell cell) {
        return cell.match(OF);
    }

    String title() {
        return title;
    }
}
