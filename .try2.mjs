import PDFDocument from 'pdfkit';
import {openSheet} from './src/papers/sheet.ts';
import * as fk from 'fontkit';
for (const subset of [undefined,'PDF/A-2b']) {
const doc=new PDFDocument({subset,pdfVersion:'1.7',font:null,autoFirstPage:false,lang:'zh-CN'});
const f=fk.openSync('node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
const c=[];doc.on('data',x=>c.push(x));doc.on('end',()=>{const b=Buffer.concat(c);console.log(subset,b.length);console.log(b.toString('latin1').match(/OutputIntent|pdfaid[^\n]*/g))});
doc.addPage();doc.registerFont('a',f);doc.font('a').text('中文一页');doc.end();
await new Promise(r=>setTimeout(r,200));
}
