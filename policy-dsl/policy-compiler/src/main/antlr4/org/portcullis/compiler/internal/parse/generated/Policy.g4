/*
 * The policy language. One sentence at a time: the reader cuts the tokens at full stops and parses each piece with the rule `sentence`, so that an
 * error in one sentence leaves the others alone. Every decision is made on the next one or two words.
 *
 * Where the grammar lets through what the language does not allow (numbers without a unit, `and` beside `or`), the tree builder reports it, because it
 * can say more about it than the parser could.
 */
grammar Policy;

sentence    : ( header | opening | imported | scope | grant | hardLimit | softLimit | alertFlood | approval | test
              | throttle | cumulativeLimit | inFlight | monitor | escalation | killSwitch
              | recalibration | duties | requirement | proof ) STOP EOF ;

// One row of a table of limits: its bound stands alone in a cell.
limitCell   : bound EOF ;
// Cells of a table of cases.
givenCell   : measured EOF ;
valueCell   : value EOF ;
expectCell  : expectation ( ',' expectation )* EOF ;

header      : 'policy' name=STRING
              ( 'language' language=NUMBER )?
              'version' version=NUMBER
              owner
              review?
              changes?
              'effective' 'from' from=DATE ( 'until' until=DATE )?
              'time' 'zone' zone=( REGION | CAPS )
              'calendar' calendar=( ID | CAPS )
              'currency' currency=CAPS 'converted' 'at' rateSource=( ID | CAPS ) ',' 'stale' 'after' rateStale=duration
              'market' 'data' 'stale' 'after' marketStale=duration
              ( 'reference' 'data' 'stale' 'after' referenceStale=duration )?
              missing ;

// Who signs before a changed policy is in force.
changes     : 'changes' 'signed' 'by' quorum ( 'and' quorum )* ( 'excluding' exclusion ( ',' exclusion )* )? ;

// Another file's declarations, and how such a file begins.
imported    : 'import' file=STRING ;
opening     : 'part' name=STRING ( 'language' language=NUMBER )? ;

scope       : 'scope' ID 'means' condition ;

// ---- clauses that controls share ----------------------------------------------------------------------------------------------------------------

clauses     : cites? owner? review? inForce? rollout? ;
cites       : 'cites' citation ( ',' citation )* ;
citation    : corpus=( ID | CAPS ) provision=STRING ( 'because' because=STRING )? ;
owner       : 'owner' name=STRING ;
review      : 'review' 'every' every=duration ',' 'last' 'on' lastOn=DATE ;
inForce     : 'effective' 'from' from=DATE ( 'until' until=DATE )? ;
rollout     : 'rollout' state=( 'observe' | 'warn' | 'enforce' ) ;
applies     : 'applies' 'to' applicability ;
applicability : subject ( 'in' 'scope' scopes+=ID ( 'or' scopes+=ID )* )? ( 'where' condition )? ',' stage ;
subject     : 'orders' | 'baskets' | 'executions' | 'messages' | 'strategies' ;
stage       : 'when' ( 'entered' | 'released' | 'amended' | 'sent' 'to' 'an' 'algo' | 'executed' )
            | 'while' 'working' ;
target      : 'the' ( 'order' | 'whole' 'basket' | 'release' | 'strategy' | 'trader' | 'desk' ) ;
missing     : 'missing' 'data' effect=( 'blocks' | 'holds' ) ;
say         : 'say' message=STRING ;

quorum      : needed=NUMBER 'of' role ( 'or' role )* ;
role        : 'role' name=STRING ;
exclusion   : 'the' 'requester'
            | 'delegates' 'of' 'the' 'requester'
            | 'anyone' 'who' 'changed' 'this' 'rule' 'in' 'the' 'last' duration
            | role ;
holdTerms   : 'until' quorum ( 'and' quorum )*
              ( 'excluding' exclusion ( ',' exclusion )* )?
              ( 'each' ( reason='stating' 'a' 'reason' ( ',' 'retyping' retyped=reference )? ( ',' 'estimating' estimated=reference )?
                       | 'retyping' retyped=reference ( ',' 'estimating' estimated=reference )?
                       | 'estimating' estimated=reference ) )?
              'within' within=duration ',' 'otherwise' 'reject'
              ( 'escalating' step ( ',' step )* )? ;
step        : 'after' duration 'to' role ;

// ---- controls that are evaluated ----------------------------------------------------------------------------------------------------------------

grant       : 'grant' ID clauses
              'lets' role ( 'or' role )* 'submit' applicability
              ( 'up' 'to' cap ( 'and' cap )* )?
              missing? say? ;
cap         : money 'per' per=( 'order' | 'basket' ) ;

hardLimit   : 'hard' 'limit' ID clauses applies
              'block' target 'if' condition
              early? exceptional? missing? say ;

softLimit   : 'soft' 'limit' ID clauses applies
              'warn' target 'if' condition
              early? acknowledged missing? say ;
acknowledged : 'acknowledged' ( oneByOne='one' 'by' 'one' | allAtOnce='all' 'at' 'once' )
              ( reason='with' 'a' 'reason' )?
              ( ',' 'retyping' reference )?
              ( ',' largest='largest' 'first' )?
              ( 'by' role )? ;

alertFlood  : 'alert' 'flood' ID clauses applies
              'if' 'more' 'than' number ( 'warnings' | 'warning' ) 'are' 'raised' 'by' 'one' by=( 'order' | 'basket' )
              ( 'block' target | 'hold' target holdTerms )
              missing? say ;

approval    : 'approval' ID clauses applies
              'hold' target 'if' condition
              holdTerms
              missing? say ;

// ---- tests --------------------------------------------------------------------------------------------------------------------------------------

test        : 'test' name=STRING ( 'with' 'cases' 'from' cases=STRING )?
              ( 'given' given ( ',' given )* )?
              stage
              ( 'expect' expectation ( ',' expectation )* )?
              testCase* ;
testCase    : 'case' name=STRING ( 'given' given ( ',' given )* )? 'expect' expectation ( ',' expectation )* ;
given       : measured 'is' ( value | 'missing' )
            | file=( 'basket' | 'events' ) 'from' STRING ;
expectation : outcome=( 'release' | 'warn' | 'hold' | 'block' | 'note' | 'continue' | 'suspend' | 'cancel' | 'kill' ) ( 'by' ID )?
            | not='not' ID ;

// ---- conditions ---------------------------------------------------------------------------------------------------------------------------------

condition   : part ( connectives+=( 'and' | 'or' ) part )* ;
part        : '(' condition ')'
            | not='not' '(' condition ')'
            | comparison ;
comparison  : measured 'is' ( relation bound | 'one' 'of' '(' value ( ',' value )* ')' | 'missing' ) ;
measured    : reference | change | windowed ;
relation    : 'more' 'than' | 'less' 'than' | 'at' 'least' | 'at' 'most' | 'not' | ;
reference   : PATH ( 'over' days=NUMBER 'trading' ( 'days' | 'day' ) )? ;
bound       : value ( 'of' reference )? | reference | tableLimit ;

// Measures that are computed over time.
change      : 'change' 'in' reference 'since' since=PATH ;
windowed    : aggregate=( 'count' | 'sum' ) 'of' reference 'per' keys+=reference ( 'and' keys+=reference )* window
              ( 'counting' counting ( ',' counting )* )? ;
window      : 'in' 'any' duration | 'per' 'trading' 'day' ;
counting    : 'open' | 'held' | 'executed' | 'rejected' ;
tableLimit  : 'the' 'limit' 'from' 'table' STRING ;

// ---- values -------------------------------------------------------------------------------------------------------------------------------------

value       : text=STRING
            | money ( perShare='per' 'share' )?
            | number ( percent='%' | points='bps' | timeUnit | unit ( perSecond='per' 'second' )? )? ;
money       : currency=CAPS number ;
number      : NUMBER scale=( 'thousand' | 'million' | 'billion' )? ;
unit        : 'shares' | 'share' | 'contracts' | 'contract' | 'orders' | 'order' | 'messages' | 'message'
            | 'warnings' | 'warning' | 'executions' | 'execution' | WORD ;
duration    : number timeUnit? ;
timeUnit    : 'ms' | 'seconds' | 'second' | 'minutes' | 'minute' | 'hours' | 'hour' | 'days' | 'day'
            | 'trading' ( 'days' | 'day' ) ;

// ---- controls over time, in flight, and beside the orders ----------------------------------------------------------------------------------------

early       : 'early' 'warning' 'at' value 'of' 'the' 'limit' 'to' role ;
exceptional : 'exceptional' 'release' 'of' 'one' of=( 'order' | 'basket' ) 'by' quorum ( 'and' quorum )* 'within' duration ;
reEnabled   : 're-enabled' 'by' quorum ( 'and' quorum )* ( 'excluding' exclusion ( ',' exclusion )* )? ;

throttle    : 'throttle' ID clauses applies
              action=( 'block' | 'suspend' ) target 'if' condition
              early? reEnabled? missing? say ;

cumulativeLimit : 'cumulative' 'limit' ID clauses applies
              action=( 'block' | 'suspend' ) target 'if' condition
              early? reEnabled? missing? say ;

inFlight    : 'in-flight' 'control' ID clauses applies
              action=( 'suspend' | 'cancel' ) target 'if' condition
              reEnabled? missing? say ;

monitor     : 'monitor' ID clauses applies
              'tell' role 'if' condition
              ( 'grouped' 'by' reference )?
              missing? say ;

escalation  : 'escalation' ID clauses
              'when' event ( 'in' 'scope' scopes+=ID ( 'or' scopes+=ID )* )?
              ( 'grouped' 'by' reference )?
              consequence ( 'and' consequence )* 'at' 'once'
              ( ',' later )*
              'alerts' 'are' 'never' 'filtered' ;
later       : 'after' duration 'unacknowledged' consequence ( 'and' consequence )* ;
event       : 'anything' 'is' what=( 'suspended' | 'blocked' | 'held' ) | condition ;
consequence : 'tell' role | action=( 'suspend' | 'cancel' ) target ;

killSwitch  : 'kill' 'switch' ID clauses
              'pulled' 'by' quorum
              'cancels' 'all' all=subject ( 'in' 'scope' scopes+=ID ( 'or' scopes+=ID )* )?
              'and' 'blocks' 'new' fresh=subject
              reEnabled
              say ;

// ---- declarations about the policy itself -------------------------------------------------------------------------------------------------------

recalibration : 'temporary' 'recalibration' 'of' ID
              'from' before=value 'to' after=value
              'from' from=DATE 'until' until=DATE
              'because' STRING
              'approved' 'by' quorum
              ( 'renewed' renewed=NUMBER times )?
              'renewable' ( never='never' | 'at' 'most' most=NUMBER times ) ;
times       : 'times' | 'time' ;

duties      : 'duties' role 'and' role 'are' 'held' 'by' 'different' 'people' ;

requirement : 'require' STRING ':' 'every' over 'has' need ;
over        : reference 'of' ( '(' STRING ( ',' STRING )* ')' | 'the' 'organisation' )
            | 'provision' 'of' corpus=( ID | CAPS ) ;
need        : ( 'a' | 'an' ) kind ( 'on' measured )?
            | 'the' 'same' 'controls' ;
kind        : 'hard' 'limit' | 'soft' 'limit' | 'cumulative' 'limit' | 'throttle' | 'alert' 'flood' | 'approval'
            | 'in-flight' 'control' | 'monitor' | 'escalation' | 'kill' 'switch' ;

proof       : 'prove' STRING ':'
              'no' subject ( 'in' 'scope' scopes+=ID ( 'or' scopes+=ID )* )? ( 'where' condition )?
              'can' 'be' ( 'released' | 'sent' 'to' 'an' 'algo' ) ;

// ---- words --------------------------------------------------------------------------------------------------------------------------------------

A              : 'a' ;
ACKNOWLEDGED   : 'acknowledged' ;
AFTER          : 'after' ;
ALERT          : 'alert' ;
ALERTS         : 'alerts' ;
ALGO           : 'algo' ;
ALL            : 'all' ;
AMENDED        : 'amended' ;
AN             : 'an' ;
AND            : 'and' ;
ANY            : 'any' ;
ANYONE         : 'anyone' ;
ANYTHING       : 'anything' ;
APPLIES        : 'applies' ;
APPROVAL       : 'approval' ;
APPROVED       : 'approved' ;
ARE            : 'are' ;
AT             : 'at' ;
BASKET         : 'basket' ;
BASKETS        : 'baskets' ;
BE             : 'be' ;
BECAUSE        : 'because' ;
BILLION        : 'billion' ;
BLOCK          : 'block' ;
BLOCKED        : 'blocked' ;
BLOCKS         : 'blocks' ;
BPS            : 'bps' ;
BY             : 'by' ;
CALENDAR       : 'calendar' ;
CAN            : 'can' ;
CANCEL         : 'cancel' ;
CANCELS        : 'cancels' ;
CASE           : 'case' ;
CASES          : 'cases' ;
CHANGE         : 'change' ;
CHANGED        : 'changed' ;
CHANGES        : 'changes' ;
CITES          : 'cites' ;
CONTINUE       : 'continue' ;
CONTRACT       : 'contract' ;
CONTRACTS      : 'contracts' ;
CONTROL        : 'control' ;
CONTROLS       : 'controls' ;
CONVERTED      : 'converted' ;
COUNT          : 'count' ;
COUNTING       : 'counting' ;
CUMULATIVE     : 'cumulative' ;
CURRENCY       : 'currency' ;
DATA           : 'data' ;
DAY            : 'day' ;
DAYS           : 'days' ;
DELEGATES      : 'delegates' ;
DESK           : 'desk' ;
DIFFERENT      : 'different' ;
DUTIES         : 'duties' ;
EACH           : 'each' ;
EARLY          : 'early' ;
EFFECTIVE      : 'effective' ;
ENFORCE        : 'enforce' ;
ENTERED        : 'entered' ;
ESCALATING     : 'escalating' ;
ESCALATION     : 'escalation' ;
ESTIMATING     : 'estimating' ;
EVENTS         : 'events' ;
EVERY          : 'every' ;
EXCEPTIONAL    : 'exceptional' ;
EXCLUDING      : 'excluding' ;
EXECUTED       : 'executed' ;
EXECUTION      : 'execution' ;
EXECUTIONS     : 'executions' ;
EXPECT         : 'expect' ;
FILTERED       : 'filtered' ;
FIRST          : 'first' ;
FLOOD          : 'flood' ;
FROM           : 'from' ;
GIVEN          : 'given' ;
GRANT          : 'grant' ;
GROUPED        : 'grouped' ;
HARD           : 'hard' ;
HAS            : 'has' ;
HELD           : 'held' ;
HOLD           : 'hold' ;
HOLDS          : 'holds' ;
HOUR           : 'hour' ;
HOURS          : 'hours' ;
IF             : 'if' ;
IMPORT         : 'import' ;
IN             : 'in' ;
IN_FLIGHT      : 'in-flight' ;
IS             : 'is' ;
KILL           : 'kill' ;
LANGUAGE       : 'language' ;
LARGEST        : 'largest' ;
LAST           : 'last' ;
LEAST          : 'least' ;
LESS           : 'less' ;
LETS           : 'lets' ;
LIMIT          : 'limit' ;
MARKET         : 'market' ;
MEANS          : 'means' ;
MESSAGE        : 'message' ;
MESSAGES       : 'messages' ;
MILLION        : 'million' ;
MINUTE         : 'minute' ;
MINUTES        : 'minutes' ;
MISSING        : 'missing' ;
MONITOR        : 'monitor' ;
MORE_          : 'more' ;
MOST           : 'most' ;
MS             : 'ms' ;
NEVER          : 'never' ;
NEW            : 'new' ;
NO             : 'no' ;
NOT            : 'not' ;
NOTE           : 'note' ;
OBSERVE        : 'observe' ;
OF             : 'of' ;
ON             : 'on' ;
ONCE           : 'once' ;
ONE            : 'one' ;
OPEN           : 'open' ;
OR             : 'or' ;
ORDER          : 'order' ;
ORDERS         : 'orders' ;
ORGANISATION   : 'organisation' ;
OTHERWISE      : 'otherwise' ;
OVER           : 'over' ;
OWNER          : 'owner' ;
PART           : 'part' ;
PEOPLE         : 'people' ;
PER            : 'per' ;
POLICY         : 'policy' ;
PROVE          : 'prove' ;
PROVISION      : 'provision' ;
PULLED         : 'pulled' ;
RAISED         : 'raised' ;
RE_ENABLED     : 're-enabled' ;
REASON         : 'reason' ;
RECALIBRATION  : 'recalibration' ;
REFERENCE      : 'reference' ;
REJECT         : 'reject' ;
REJECTED       : 'rejected' ;
RELEASE        : 'release' ;
RELEASED       : 'released' ;
RENEWABLE      : 'renewable' ;
RENEWED        : 'renewed' ;
REQUESTER      : 'requester' ;
REQUIRE        : 'require' ;
RETYPING       : 'retyping' ;
REVIEW         : 'review' ;
ROLE           : 'role' ;
ROLLOUT        : 'rollout' ;
RULE           : 'rule' ;
SAME           : 'same' ;
SAY            : 'say' ;
SCOPE          : 'scope' ;
SECOND         : 'second' ;
SECONDS        : 'seconds' ;
SENT           : 'sent' ;
SHARE          : 'share' ;
SHARES         : 'shares' ;
SIGNED         : 'signed' ;
SINCE          : 'since' ;
SOFT           : 'soft' ;
STALE          : 'stale' ;
STATING        : 'stating' ;
STRATEGIES     : 'strategies' ;
STRATEGY       : 'strategy' ;
SUBMIT         : 'submit' ;
SUM            : 'sum' ;
SUSPEND        : 'suspend' ;
SUSPENDED      : 'suspended' ;
SWITCH         : 'switch' ;
TABLE          : 'table' ;
TELL           : 'tell' ;
TEMPORARY      : 'temporary' ;
TEST           : 'test' ;
THAN           : 'than' ;
THE            : 'the' ;
THIS           : 'this' ;
THOUSAND       : 'thousand' ;
THROTTLE       : 'throttle' ;
TIME           : 'time' ;
TIMES          : 'times' ;
TO             : 'to' ;
TRADER         : 'trader' ;
TRADING        : 'trading' ;
UNACKNOWLEDGED : 'unacknowledged' ;
UNTIL          : 'until' ;
UP             : 'up' ;
VERSION        : 'version' ;
WARN           : 'warn' ;
WARNING        : 'warning' ;
WARNINGS       : 'warnings' ;
WHEN           : 'when' ;
WHERE          : 'where' ;
WHILE          : 'while' ;
WHO            : 'who' ;
WHOLE          : 'whole' ;
WITH           : 'with' ;
WITHIN         : 'within' ;
WORKING        : 'working' ;
ZONE           : 'zone' ;

// ---- everything else ----------------------------------------------------------------------------------------------------------------------------

COMMA    : ',' ;
COLON    : ':' ;
OPENING  : '(' ;
CLOSING  : ')' ;
PERCENT  : '%' ;
STOP     : '.' ;

// Numbers, versions and dates are read loosely, so that what is wrong with one can be said in words.
DATE     : [0-9]+ '-' [0-9]+ '-' [0-9]+ ;
NUMBER   : [0-9]+ ( [.,] [0-9]+ )* ;

ID       : [A-Z] [A-Z0-9]* ( '-' [A-Z0-9]+ )+ ;
CAPS     : [A-Z] [A-Z0-9]* ;
REGION   : [A-Z] [A-Za-z_]* ( '/' [A-Za-z0-9_+-]+ )+ ;
PATH     : [A-Za-z] [A-Za-z0-9_]* ( '.' [A-Za-z] [A-Za-z0-9_]* )+ ;
WORD     : [\p{L}_] [\p{L}\p{N}_]* ( '-' [\p{L}\p{N}_]+ )* ;

STRING   : '"' ~["\r\n]* '"' ;
UNCLOSED : '"' ~["\r\n]* ;
COMMENT  : '--' ~[\r\n]* -> channel(HIDDEN) ;
SPACE    : [ \t\r\n]+ -> skip ;

// Signs that other languages write where this one writes words.
SIGN     : '<=' | '>=' | '<>' | '==' | '!=' | '=' | '<' | '>' | '&&' | '&' | '||' | '|' | '!' ;
UNKNOWN  : . ;
