import { basename } from 'node:path';
import { collectionOf } from './folder-of-replies.js';
import { Neighbours, type OnDisk } from './surroundings.js';
import { isTextName } from './text-kind.js';

/**
 * Describes as text what determines how a file is read, apart from its content, based on its neighbors. As long as this
 * description and the file are unchanged, the same replies are read from it.
 */
export function standingOf(disk: OnDisk, named: boolean): string {
  const { absolute, given = false, surroundings } = disk;
  const about = new Neighbours(disk).text(`${basename(absolute)}-meta.xml`) ?? '';
  const isJudged = !named && isTextName(absolute);
  return JSON.stringify([named, given, about, isJudged ? collectionOf(absolute, surroundings) : '']);
}
