import { writeFileSync } from 'node:fs';

/** Loaded before a program: when it ends, the most memory it ever had stands in the file, in megabytes. */
process.on('exit', () => writeFileSync(process.env['PEAK_FILE'] ?? '', String(process.resourceUsage().maxRSS / 1000)));
